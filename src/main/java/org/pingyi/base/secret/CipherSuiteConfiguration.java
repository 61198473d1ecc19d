package org.pingyi.base.secret;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Fixes the cipher suite at the first start, and refuses another one ever after, before
 * anything is hashed or encrypted under it.
 */
@Configuration(proxyBeanMethods = false)
class CipherSuiteConfiguration {

	/**
	 * @throws CipherSuiteRefused when it is unknown, or not that of the first start
	 */
	@Bean
	CipherSuite cipherSuite(@Value("${pingyi.cryptography:}") String setting, ChosenSuiteRepository repository) {
		CipherSuite suite = CipherSuite.of(setting).orElseThrow(CipherSuiteRefused::unknown);
		repository.choose(suite.setting());
		String chosen = repository.chosen();
		if (!chosen.equals(suite.setting())) {
			throw CipherSuiteRefused.changed(chosen, suite.setting());
		}
		return suite;
	}

}
