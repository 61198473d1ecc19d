package org.pingyi.base.secret;

import java.util.List;

import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What stands for a person depends on the secret and on the purpose. */
class PseudonymsTests {

	private static final String SECRET = "a-secret-of-thirty-two-characters";

	private final Pseudonyms pseudonyms = new Pseudonyms(SECRET, CipherSuite.INTERNATIONAL);

	@Test
	void givesTheSameNameToTheSamePersonOnly() {
		String name = this.pseudonyms.of("vote.phone", "13800001111");
		assertThat(name).matches("[0-9a-f]{64}").isEqualTo(this.pseudonyms.of("vote.phone", "13800001111"));
		assertThat(name).isNotEqualTo(this.pseudonyms.of("vote.phone", "13800001112"));
	}

	@Test
	void keepsUsesAndSecretsApart() {
		String name = this.pseudonyms.of("vote.phone", "13800001111");
		assertThat(name).isNotEqualTo(this.pseudonyms.of("vote.phon", "e13800001111"));
		assertThat(name)
			.isNotEqualTo(new Pseudonyms(SECRET + "!", CipherSuite.INTERNATIONAL).of("vote.phone", "13800001111"));
	}

	@Test
	void refusesToStartWithoutALongSecret() {
		assertThatExceptionOfType(SecretRefused.class)
			.isThrownBy(() -> new Pseudonyms("too short", CipherSuite.INTERNATIONAL))
			.withMessageContaining("pingyi.secret")
			.withMessageContaining("32");
	}

	@Test
	void saysSoInAPlainSentence() {
		List<FailureAnalyzer> analyzers = SpringFactoriesLoader.forDefaultResourceLocation()
			.load(FailureAnalyzer.class, SpringFactoriesLoader.FailureHandler.logging(LogFactory.getLog(getClass())));
		FailureAnalysis said = analyzers.stream()
			.filter(SecretRefusedAnalyzer.class::isInstance)
			.findFirst()
			.orElseThrow()
			.analyze(SecretRefused.changed());
		assertThat(said).isNotNull().extracting(FailureAnalysis::getDescription).asString().contains("pingyi.secret");
	}

}
