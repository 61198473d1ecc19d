package org.pingyi.rules.scheme;

import org.junit.jupiter.api.Test;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.Superuser;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.scheme.format.SchemeFile;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Schemes are drafted, frozen, and then never change. */
@PingyiTest
class SchemesTests {

	private final Schemes schemes;

	private final SchemeSamples samples;

	private final JdbcTemplate jdbc;

	SchemesTests(Schemes schemes, SchemeSamples samples, Superuser superuser) {
		this.schemes = schemes;
		this.samples = samples;
		this.jdbc = superuser.jdbc();
	}

	@Test
	void freezesTheFoundingCitysMethod() {
		SchemeVersion version = this.samples.founding();
		assertThat(version.number()).isEqualTo(1);
		assertThat(version.title()).isEqualTo("机关作风建设考评办法");
		assertThat(version.digest()).isEqualTo(SchemeFile.digest(this.schemes.document(version.id())));
		assertThat(this.schemes.version(version.id())).isEqualTo(version);
		assertThat(this.schemes.versions()).containsExactly(version);
		assertThat(version.rules().questionnaire(version.rules().channel("WINDOW").orElseThrow()).items()).hasSize(13);
	}

	@Test
	void numbersTheVersionsOfAScheme() {
		SchemeVersion first = this.samples.founding();
		String changed = this.schemes.method("m01-founding-city").replace("\"from\": 90", "\"from\": 88");
		SchemeVersion second = As.office(() -> {
			this.schemes.redraft(first.scheme(), changed);
			return this.schemes.freeze(first.scheme());
		});
		assertThat(second.number()).isEqualTo(2);
		assertThat(this.schemes.rules(first.id())).isNotEqualTo(this.schemes.rules(second.id()));
	}

	@Test
	void refusesToFreezeTheSameContentTwice() {
		SchemeVersion first = this.samples.founding();
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> As.office(() -> this.schemes.freeze(first.scheme())))
			.satisfies((refusal) -> assertThat(refusal.key()).isEqualTo("scheme.unchanged"));
	}

	@Test
	void keepsAFrozenVersionFromBeingChangedInTheDatabase() {
		this.samples.founding();
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.update("update scheme_version set document = '{}'"));
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> this.jdbc.update("delete from scheme_version"));
	}

	@Test
	void letsOnlyTheOfficeDraftAndFreeze() {
		long scheme = this.samples.founding().scheme();
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> As.as("liaison1", () -> this.schemes.freeze(scheme), "ROLE_LIAISON"));
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> As.as("liaison1", () -> this.schemes.importDraft("{}"), "ROLE_LIAISON"));
	}

	@Test
	void knowsNoVersionThatWasNotFrozen() {
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> this.schemes.version(4711))
			.satisfies((refusal) -> assertThat(refusal.status().value()).isEqualTo(404));
	}

}
