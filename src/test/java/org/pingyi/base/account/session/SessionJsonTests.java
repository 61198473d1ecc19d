package org.pingyi.base.account.session;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.pingyi.base.account.PendingSignIn;
import tools.jackson.core.JacksonException;

import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.web.servlet.FlashMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a session holds, written and read. */
class SessionJsonTests {

	private final SessionJson json = new SessionJson();

	@Test
	void keepsWhatOnePageSaysToTheNext() {
		FlashMap flash = new FlashMap();
		flash.setTargetRequestPath("/desk/units");
		flash.addTargetRequestParam("text", "水务");
		flash.setExpirationTime(17);
		flash.put("notice", "unit.imported");
		flash.put("noticeArgs", new Object[] { 3, 7L, "SWJ" });
		List<?> read = (List<?>) this.json.read(this.json.write(List.of(flash)));
		FlashMap again = (FlashMap) read.getFirst();
		assertThat(again.getTargetRequestPath()).isEqualTo("/desk/units");
		assertThat(again.getTargetRequestParams().getFirst("text")).isEqualTo("水务");
		assertThat(again.getExpirationTime()).isEqualTo(17);
		assertThat(again.get("notice")).isEqualTo("unit.imported");
		assertThat((Object[]) again.get("noticeArgs")).containsExactly(3, 7L, "SWJ");
	}

	@Test
	void keepsWhatASignInNeeds() {
		PendingSignIn pending = new PendingSignIn("office1", "FACTOR_PASSWORD", true,
				Instant.parse("2026-11-02T01:00:00Z"), 3);
		assertThat(this.json.read(this.json.write(pending))).isEqualTo(pending);
		assertThat(this.json.read(this.json.write(pending.since()))).isEqualTo(pending.since());
	}

	@Test
	void keepsWhatMustComeBackFromAnIdentityService() {
		OAuth2AuthorizationRequest begun = OAuth2AuthorizationRequest.authorizationCode()
			.authorizationUri("https://id.example.cn/authorize")
			.clientId("pingyi")
			.redirectUri("https://pingyi.example.cn/login/oidc/return")
			.scope("openid")
			.state("s")
			.additionalParameters(Map.of("nonce", "hashed"))
			.attributes((attributes) -> attributes.putAll(Map.of("code_verifier", "v", "binds", "office1")))
			.build();
		OAuth2AuthorizationRequest again = (OAuth2AuthorizationRequest) this.json.read(this.json.write(begun));
		assertThat(again).usingRecursiveComparison().isEqualTo(begun);
	}

	@Test
	void makesNothingThatIsNotAllowed() {
		byte[] hostile = "{\"value\":[\"javax.script.ScriptEngineManager\",{}]}".getBytes(StandardCharsets.UTF_8);
		assertThatExceptionOfType(JacksonException.class).isThrownBy(() -> this.json.read(hostile));
	}

}
