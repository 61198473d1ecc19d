package org.pingyi.intake.vote;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Makes the settings of the door known. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VoteSettings.class)
class VoteConfiguration {

}
