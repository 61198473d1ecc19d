package org.pingyi.base.message;

import java.time.Duration;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.pingyi.base.message.SmsFailed.Kind;
import org.pingyi.intake.vote.VoteSamples;

import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToXml;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** A gateway that works, fails, stalls and lies, and what we make of it. */
@ExtendWith(OutputCaptureExtension.class)
class HttpSmsTests {

	private static final String TEXT = "【机关评议】\"123456\" <5 分钟> & 100% {code}\n请勿\\转发";

	private static final Sms MESSAGE = new Sms(VoteSamples.LI, "123456", TEXT);

	@RegisterExtension
	static final WireMockExtension GATEWAY = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort())
		.build();

	@Test
	void sendsJsonThatNoTextCanBreak() throws SmsFailed {
		answers(aResponse().withBody("{\"code\":0}"));
		gateway("application/json; charset=utf-8", "{\"to\":\"{phone}\",\"c\":\"{code}\",\"t\":\"{text}\"}")
			.send(MESSAGE);
		GATEWAY.verify(1, postRequestedFor(urlEqualTo("/send")).withHeader("X-Key", equalTo("k-1"))
			.withRequestBody(equalToJson("""
					{"to":"13800001111","c":"123456","t":"【机关评议】\\"123456\\" <5 分钟> & 100% {code}\\n请勿\\\\转发"}""")));
	}

	@Test
	void sendsAFormThatNoTextCanBreak() throws SmsFailed {
		answers(aResponse().withBody("ok, code: 0"));
		gateway("application/x-www-form-urlencoded", "to={phone}&t={text}").send(MESSAGE);
		GATEWAY.verify(postRequestedFor(urlEqualTo("/send")).withFormParam("to", equalTo("13800001111"))
			.withFormParam("t", equalTo(TEXT)));
	}

	@Test
	void sendsXmlThatNoTextCanBreak() throws SmsFailed {
		answers(aResponse().withBody("code: 0"));
		gateway("text/xml", "<sms to=\"{phone}\"><t>{code}|{text}</t></sms>")
			.send(new Sms(VoteSamples.LI, "123456", "</t>&\"'"));
		GATEWAY.verify(postRequestedFor(urlEqualTo("/send"))
			.withRequestBody(equalToXml("<sms to=\"13800001111\"><t>123456|&lt;/t&gt;&amp;\"'</t></sms>")));
	}

	@Test
	void putsValuesIntoTheAddress() throws SmsFailed {
		answers(aResponse().withBody("code: 0"));
		new HttpSms(settings("/send?to={phone}&t={text}", "GET", "text/plain", ""))
			.send(new Sms(VoteSamples.LI, "123456", "a b&c=d"));
		GATEWAY.verify(getRequestedFor(urlEqualTo("/send?to=13800001111&t=a+b%26c%3Dd")));
	}

	@ParameterizedTest
	@CsvSource({ "500, BROKEN, 1", "502, BROKEN, 1", "401, REFUSED, 1", "302, REFUSED, 1", "429, BUSY, 2",
			"503, BUSY, 2" })
	void triesAgainOnceAndOnlyWhenNothingWasSent(int status, Kind kind, int attempts) {
		answers(aResponse().withStatus(status).withBody("code: 0"));
		assertFails(kind, attempts);
	}

	@Test
	void succeedsWithTheSecondAttempt() throws SmsFailed {
		GATEWAY.stubFor(any(anyUrl()).inScenario("busy")
			.whenScenarioStateIs(Scenario.STARTED)
			.willSetStateTo("free")
			.willReturn(aResponse().withStatus(503)));
		GATEWAY.stubFor(any(anyUrl()).inScenario("busy")
			.whenScenarioStateIs("free")
			.willReturn(aResponse().withBody("code: 0")));
		gateway("text/plain", "{text}").send(MESSAGE);
		GATEWAY.verify(2, anyRequestedFor(anyUrl()));
	}

	@Test
	void believesNoGoodStatusWithABadBody() {
		answers(aResponse().withStatus(200).withBody("{\"code\":7,\"message\":\"no money\"}"));
		assertFails(Kind.DENIED, 1);
	}

	@Test
	void neverSendsTwiceWhenTheConnectionBreaks() {
		answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
		assertFails(Kind.NO_ANSWER, 1);
	}

	@Test
	void neverSendsTwiceWhenTheAnswerIsGarbage() {
		answers(aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK));
		assertFails(Kind.NO_ANSWER, 1);
	}

	@Test
	void waitsNoLongerThanItWasTold() {
		answers(aResponse().withFixedDelay(20_000).withBody("code: 0"));
		assertFails(Kind.NO_ANSWER, 1);
	}

	@Test
	void waitsNoLongerForABodyThatStalls() {
		answers(aResponse().withBody("code: 0").withChunkedDribbleDelay(5, 20_000));
		assertFails(Kind.NO_ANSWER, 1);
	}

	@Test
	void startsWithNoAddressThatCannotBe() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new HttpSms(settings("/ {phone}", "POST", "text/plain", "{text}")));
	}

	@Test
	void isSetUpFromTheConfiguration() {
		new ApplicationContextRunner().withInitializer(new ConfigDataApplicationContextInitializer())
			.withUserConfiguration(MessageConfiguration.class, HttpSms.class)
			.withPropertyValues("pingyi.sms=http", "pingyi.sms-http.url=" + GATEWAY.baseUrl() + "/configured",
					"pingyi.sms-http.headers.x-key=k-2")
			.run((context) -> {
				answers(aResponse());
				context.getBean(SmsGateway.class).send(MESSAGE);
				GATEWAY.verify(postRequestedFor(urlEqualTo("/configured")).withHeader("x-key", equalTo("k-2"))
					.withHeader("Content-Type", equalTo("application/json"))
					.withRequestBody(matchingJsonPath("$.phone", equalTo("13800001111"))));
			});
	}

	@Test
	void startsNotWithoutAnAddress() {
		new ApplicationContextRunner().withInitializer(new ConfigDataApplicationContextInitializer())
			.withUserConfiguration(MessageConfiguration.class, HttpSms.class)
			.withPropertyValues("pingyi.sms=http")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("pingyi.sms-http.url"));
	}

	/** Unless a city chooses one, there is no gateway; codes are not shown instead. */
	@Test
	void sendsNothingUnlessAGatewayIsChosen() {
		new ApplicationContextRunner().withInitializer(new ConfigDataApplicationContextInitializer())
			.withUserConfiguration(MessageConfiguration.class, HttpSms.class, DevelopmentSms.class, NoSms.class)
			.withPropertyValues("pingyi.sms=")
			.run((context) -> {
				SmsGateway gateway = context.getBean(SmsGateway.class);
				assertThat(gateway.isSet()).isFalse();
				assertThatExceptionOfType(SmsFailed.class).isThrownBy(() -> gateway.send(MESSAGE));
			});
	}

	@Test
	void saysThatNobodyIsThere() {
		HttpSmsSettings settings = new HttpSmsSettings("http://127.0.0.1:1/", "POST", Map.of(), "text/plain", "{text}",
				"", Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ZERO);
		assertThatExceptionOfType(SmsFailed.class).isThrownBy(() -> new HttpSms(settings).send(MESSAGE))
			.matches((failure) -> failure.kind() == Kind.UNREACHABLE);
	}

	@Test
	void writesNeitherNumberNorCodeAnywhere(CapturedOutput output) {
		answers(aResponse().withStatus(500));
		assertThatExceptionOfType(SmsFailed.class).isThrownBy(() -> gateway("text/plain", "{text}").send(MESSAGE))
			.satisfies((failure) -> assertThat(failure.toString()).doesNotContain("13800001111", "123456"));
		assertThat(output.getAll()).doesNotContain("13800001111", "123456");
		assertThat(MESSAGE.toString()).doesNotContain("13800001111", "123456");
	}

	private static void answers(ResponseDefinitionBuilder answer) {
		GATEWAY.stubFor(any(anyUrl()).willReturn(answer));
	}

	private static void assertFails(Kind kind, int attempts) {
		assertThatExceptionOfType(SmsFailed.class).isThrownBy(() -> gateway("text/plain", "{text}").send(MESSAGE))
			.matches((failure) -> failure.kind() == kind, kind.name());
		GATEWAY.verify(attempts, anyRequestedFor(anyUrl()));
	}

	private static HttpSms gateway(String type, String body) {
		return new HttpSms(settings("/send", "POST", type, body));
	}

	private static HttpSmsSettings settings(String path, String method, String type, String body) {
		return new HttpSmsSettings(GATEWAY.baseUrl() + path, method, Map.of("X-Key", "k-1"), type, body, "code\"?: ?0",
				Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofMillis(1));
	}

}
