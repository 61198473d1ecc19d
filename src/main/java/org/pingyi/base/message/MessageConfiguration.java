package org.pingyi.base.message;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Makes the settings of the gateway known. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpSmsSettings.class)
class MessageConfiguration {

}
