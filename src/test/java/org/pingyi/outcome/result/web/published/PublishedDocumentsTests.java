package org.pingyi.outcome.result.web.published;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.PingyiSecondTest;
import org.pingyi.StatementCounter;
import org.pingyi.Superuser;
import org.pingyi.TestClock;
import org.pingyi.base.web.kept.PageDrawing;
import org.pingyi.base.web.kept.Refreshed;
import org.pingyi.base.web.kept.Representation;
import org.pingyi.base.web.kept.Spool;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.outcome.result.AuditFiles;
import org.pingyi.outcome.result.ResultSamples;
import org.pingyi.outcome.result.Results;
import org.pingyi.outcome.result.Run;
import org.pingyi.outcome.result.narrative.Narrative;
import org.pingyi.outcome.result.rendition.Renditions;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleOpened;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** What is published is drawn once, kept for all nodes, and sent as bytes. */
@PingyiSecondTest
class PublishedDocumentsTests {

	private static final String DRAWN = "select count(*) from result_rendition";

	private final MockMvcTester mvc;

	private final ResultSamples samples;

	private final Catalogues catalogues;

	private final PublishedDocuments documents;

	private final ApplicationContext beans;

	private final Renditions renditions;

	private final StatementCounter statements;

	private final ApplicationEventPublisher events;

	private final TestClock clock;

	private final JdbcTemplate jdbc;

	PublishedDocumentsTests(MockMvcTester mvc, ResultSamples samples, Catalogues catalogues,
			PublishedDocuments documents, ApplicationContext beans, Renditions renditions, StatementCounter statements,
			ApplicationEventPublisher events, TestClock clock, Superuser superuser) {
		this.mvc = mvc;
		this.samples = samples;
		this.catalogues = catalogues;
		this.documents = documents;
		this.beans = beans;
		this.renditions = renditions;
		this.statements = statements;
		this.events = events;
		this.clock = clock;
		this.jdbc = superuser.jdbc();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/results/2026", "/results/2026/SWJ", "/results/2026/recount", "/results/2026.csv",
			"/results/2026.xlsx", "/results/2026/recount.zip" })
	void isForEverybodyAndTravelsOnlyOnce(String address) {
		this.samples.published();
		MvcTestResult published = ask(address);
		assertThat(published).hasStatusOk()
			.headers()
			.hasValue(HttpHeaders.CACHE_CONTROL, "max-age=60, public")
			.hasValue(HttpHeaders.VARY, "Accept-Encoding, Cookie")
			.containsHeader("Content-Security-Policy")
			.doesNotContainHeader(HttpHeaders.SET_COOKIE);
		assertThat(published.getRequest().getSession(false)).isNull();
		assertThat(this.mvc.get().uri(address).header(HttpHeaders.IF_NONE_MATCH, tag(published))).hasStatus(304)
			.body()
			.isEmpty();
		assertThat(this.mvc.head().uri(address)).hasStatusOk().body().isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/results/2026", "/results/2026/SWJ", "/results/2026/recount", "/results/2026.csv" })
	void isTheSameCompressed(String address) throws IOException {
		this.samples.published();
		byte[] plain = ask(address).getResponse().getContentAsByteArray();
		MvcTestResult zipped = this.mvc.get().uri(address).header(HttpHeaders.ACCEPT_ENCODING, "gzip").exchange();
		assertThat(zipped).headers().hasValue(HttpHeaders.CONTENT_ENCODING, "gzip");
		assertThat(unzipped(zipped)).isEqualTo(plain);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/results/2026.xlsx", "/results/2026/recount.zip" })
	void goesOnWithAFileThatWasInterrupted(String address) {
		this.samples.published();
		MvcTestResult whole = ask(address);
		byte[] bytes = whole.getResponse().getContentAsByteArray();
		MockHttpServletResponse rest = this.mvc.get()
			.uri(address)
			.header(HttpHeaders.RANGE, "bytes=1000-")
			.header(HttpHeaders.IF_RANGE, tag(whole))
			.exchange()
			.getResponse();
		assertThat(rest.getStatus()).isEqualTo(206);
		assertThat(rest.getContentAsByteArray()).isEqualTo(Arrays.copyOfRange(bytes, 1000, bytes.length));
	}

	@Test
	void sendsTheHeadersThatEveryChainSends() {
		this.samples.published();
		Map<String, String> chain = protection("/vote/receipt");
		assertThat(chain).hasSize(8);
		assertThat(protection("/results/2026")).isEqualTo(chain);
	}

	private Map<String, String> protection(String address) {
		MockHttpServletResponse response = ask(address).getResponse();
		Map<String, String> protection = new TreeMap<>();
		response.getHeaderNames()
			.stream()
			.filter((name) -> name.startsWith("X-") || name.endsWith("-Policy"))
			.forEach((name) -> protection.put(name, response.getHeader(name)));
		return protection;
	}

	@Test
	void speaksTheLanguageOfTheAddressOrTheCookieAndNeverMixesThem() {
		this.samples.published();
		assertThat(ask("/results/2026")).bodyText().contains("lang=\"zh-CN\"", "下载 CSV").doesNotContain("??");
		MvcTestResult chosen = ask("/results/2026?lang=en");
		assertThat(chosen).bodyText().contains("Download CSV", "lang=\"en\"").doesNotContain("??", "下载");
		assertThat(chosen).headers().hasValue(HttpHeaders.CACHE_CONTROL, "max-age=60, private");
		Cookie cookie = Objects.requireNonNull(chosen.getResponse().getCookie("pingyi-lang"));
		for (String address : List.of("/results/2026", "/results/2026/SWJ", "/results/2026/recount", "/")) {
			assertThat(this.mvc.get().uri(address).cookie(cookie)).bodyText().contains("lang=\"en\"");
			assertThat(ask(address)).bodyText().contains("lang=\"zh-CN\"");
		}
		assertThat(this.mvc.get().uri("/results/2026.csv").cookie(cookie)).bodyText().contains("Unit");
		assertThat(ask("/results/2026.csv")).bodyText().contains("单位名称");
		assertThat(tag(ask("/results/2026"))).isNotEqualTo(tag(chosen));
	}

	@Test
	void marksWhereItStands() {
		this.samples.published();
		assertThat(ask("/results/2026")).bodyText()
			.contains("href=\"/\"\naria-current=\"page\"", "href=\"?lang=en\"", "/assets/base/web/public-")
			.doesNotContain("href=\"/vote\"\naria-current");
	}

	@Test
	void saysNothingOfWhoeverAskedFirst() {
		this.samples.published();
		byte[] signedIn = this.mvc.get()
			.uri("/results/2026?from=%3Cevil%3E")
			.with(user("office1").roles("OFFICE"))
			.exchange()
			.getResponse()
			.getContentAsByteArray();
		assertThat(new String(signedIn, StandardCharsets.UTF_8)).doesNotContain("office1", "evil");
		assertThat(ask("/results/2026").getResponse().getContentAsByteArray()).isEqualTo(signedIn);
	}

	@Test
	void appearsWithThePublicationAndNotBefore() {
		Cycle noticed = this.samples.noticed();
		assertThat(ask("/results/2026")).hasStatus(404).headers().hasValue(HttpHeaders.CACHE_CONTROL, "no-store");
		assertThat(ask("/")).bodyText().doesNotContain("/results/2026");
		this.samples.publish(noticed);
		assertThat(ask("/results/2026")).hasStatusOk();
		assertThat(ask("/")).bodyText().contains("/results/2026");
	}

	@Test
	void isDrawnOnceAndReadFromMemoryAfterwards() {
		this.samples.published();
		String tag = tag(ask("/results/2026"));
		this.jdbc.update("update cycle_participant set name = '改了名的局'");
		assertThat(this.statements.of(() -> ask("/results/2026"))).isEmpty();
		assertThat(tag(ask("/results/2026"))).isEqualTo(tag);
		forget();
		assertThat(tag(ask("/results/2026"))).as("from the store").isEqualTo(tag);
	}

	@Test
	void isDrawnAgainWhereTheBytesAreMissing() {
		this.samples.published();
		ask("/results/2026/SWJ");
		this.jdbc.update("delete from result_rendition_part");
		this.jdbc.update("delete from result_rendition");
		forget();
		assertThat(ask("/results/2026/SWJ")).hasStatusOk().bodyText().contains("市水务局得分明细");
		assertThat(this.jdbc.queryForObject(DRAWN, Long.class)).isEqualTo(1);
	}

	@Test
	void isDrawnAgainWhereTheBytesWereAlteredInTheDatabase() {
		this.samples.published();
		String tag = tag(ask("/results/2026"));
		for (String alteration : List.of("update result_rendition_part set content = '\\x1f8b'",
				"update result_rendition_part set number = 1", "update result_rendition set type = 'text/plain'")) {
			assertThat(this.jdbc.update(alteration)).isEqualTo(1);
			forget();
			assertThat(ask("/results/2026")).hasStatusOk().bodyText().contains("市水务局");
			assertThat(tag(ask("/results/2026"))).isEqualTo(tag);
		}
	}

	@Test
	void isNotDrawnFromScoresThatWereAlteredInTheDatabase() {
		this.samples.published();
		List<String> addresses = List.of("/", "/results/2026", "/results/2026.csv", "/results/2026.xlsx");
		addresses.forEach((address) -> assertThat(ask(address)).as("the positive control").hasStatusOk());
		this.jdbc.execute("set session_replication_role = replica; update result_score set summary = "
				+ "replace(summary::text, '\"rank\":1', '\"rank\":2')::json; reset session_replication_role");
		this.jdbc.update("delete from result_rendition");
		forget();
		addresses.forEach((address) -> assertThat(ask(address)).as(address).hasStatus(409));
		assertThat(this.jdbc.queryForObject(DRAWN, Long.class)).isZero();
	}

	@Test
	void isWholeAgainAfterSomeOfALongFileWasAltered() {
		this.samples.published();
		String address = "/results/2026/recount.zip";
		Document files = this.catalogues.getNow().document(address).orElseThrow();
		byte[] content = new byte[600_000];
		new Random(1).nextBytes(content);
		this.renditions.keep(files.key(Locale.ROOT), Representation.file("application/zip", "", content, "long"));
		assertThat(ask(address)).body().isEqualTo(content);
		this.jdbc.update("update result_rendition_part set content = '\\x00' where number = 1");
		ask(address);
		assertThat(this.jdbc.queryForObject(DRAWN, Long.class)).as("torn, and dropped").isZero();
		assertThat(ask(address)).hasStatusOk().body().startsWith('P', 'K');
	}

	/** The positive control: what the store holds under a seal is what is sent. */
	@Test
	void isWhatTheStoreHolds() {
		this.samples.published();
		Document ranking = this.catalogues.getNow().document("/results/2026").orElseThrow();
		byte[] other = "other".getBytes(StandardCharsets.UTF_8);
		this.renditions.keep(ranking.key(Locale.SIMPLIFIED_CHINESE),
				Representation.zipped(Representation.HTML, "", other, "other"));
		assertThat(ask("/results/2026")).bodyText().isEqualTo("other");
	}

	@Test
	void isReplacedByASecondPublication() {
		Cycle cycle = this.samples.noticed();
		Run second = this.samples.count(cycle);
		this.samples.publish(cycle);
		String tag = tag(ask("/results/2026"));
		String file = tag(ask("/results/2026/recount.zip"));
		this.jdbc.execute("set session_replication_role = replica; update result_publication set run_id = "
				+ (second.id() - 1) + "; reset session_replication_role");
		assertThat(tag(ask("/results/2026"))).isEqualTo(tag);
		this.clock.advance(Refreshed.FRESH);
		assertThat(tag(ask("/results/2026"))).isNotEqualTo(tag);
		assertThat(tag(ask("/results/2026/recount.zip"))).isNotEqualTo(file);
	}

	/** Another node finds what this one has drawn. */
	@Test
	void isDrawnByOneOfSeveralNodes() {
		this.samples.published();
		ask("/results/2026");
		AtomicInteger drawn = new AtomicInteger();
		PublishedDocuments other = node(drawn);
		assertThat(other.find("/results/2026", Locale.SIMPLIFIED_CHINESE)).isPresent();
		assertThat(drawn).hasValue(0);
		assertThat(other.find("/results/2026", Locale.ENGLISH)).isPresent();
		assertThat(drawn).as("the positive control").hasValue(1);
		assertThat(ask("/results/2026?lang=en")).hasStatusOk();
		assertThat(this.jdbc.queryForObject(DRAWN, Long.class)).isEqualTo(2);
	}

	@Test
	void isDrawnOnceForAllWhoWait() {
		this.samples.published();
		AtomicInteger drawn = new AtomicInteger();
		PublishedDocuments node = node(drawn);
		List<CompletableFuture<String>> readers = IntStream.range(0, 64)
			.mapToObj((reader) -> CompletableFuture.supplyAsync(
					() -> node.find("/results/2026", Locale.SIMPLIFIED_CHINESE).orElseThrow().tag(),
					(job) -> Thread.ofVirtual().start(job)))
			.toList();
		assertThat(readers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
		assertThat(drawn).hasValue(1);
	}

	@Test
	void isAllDrawnByTheJobWhichGoesOnWhereItWasStopped() {
		this.samples.published();
		Catalogue catalogue = this.catalogues.getNow();
		ask("/results/2026");
		AtomicInteger drawn = new AtomicInteger();
		PublicationJob job = new PublicationJob(this.catalogues, node(drawn), this.renditions);
		job.prepare();
		long all = catalogue.documents().stream().mapToLong((document) -> document.languages().size()).sum();
		assertThat(all).isEqualTo(2 * (5 + 5) + 1);
		assertThat(drawn).hasValue((int) all - 1);
		assertThat(this.jdbc.queryForObject(DRAWN, Long.class)).isEqualTo(all);
		job.prepare();
		assertThat(drawn).hasValue((int) all - 1);
	}

	/** Nodes of the version before serve it until what takes its place is a day old. */
	@Test
	void forgetsWhatIsOutOfDate() {
		this.samples.published();
		this.jdbc.update(
				"insert into result_rendition (edition, address, language, type, file_name, zipped, length, "
						+ "size, tag, seal, made_at) select 'old', address, 'zh', '', '', true, 0, 0, '', '', "
						+ "cast(? as timestamptz) - interval '30 days' from unnest(?::text[]) address",
				this.clock.instant().toString(), "{/results/2026,/other}");
		prepareAnew();
		assertThat(old()).containsExactlyInAnyOrder("/results/2026", "/other");
		this.clock.advance(Duration.ofHours(25));
		prepareAnew();
		assertThat(old()).containsExactly("/other");
	}

	private void prepareAnew() {
		new PublicationJob(this.catalogues, this.documents, this.renditions).prepare();
	}

	private List<String> old() {
		return this.jdbc.queryForList("select address from result_rendition where edition = 'old'", String.class);
	}

	private Catalogues catalogues() {
		return new Catalogues(this.beans.getBean(Results.class), this.beans.getBean(Cycles.class),
				this.beans.getBean(Ballots.class), this.beans.getBean(Look.class), this.clock);
	}

	/** A node beside the one that answers. */
	private PublishedDocuments node(AtomicInteger drawn) {
		return new PublishedDocuments(catalogues(), this.renditions, new CountedDrawing(this.beans, drawn));
	}

	private MvcTestResult ask(String address) {
		return this.mvc.get().uri(address).exchange();
	}

	/** As a node does that starts anew. */
	private void forget() {
		this.events.publishEvent(new CycleOpened(0));
	}

	private static String tag(MvcTestResult result) {
		return Objects.requireNonNull(result.getResponse().getHeader(HttpHeaders.ETAG));
	}

	private static byte[] unzipped(MvcTestResult result) throws IOException {
		return new GZIPInputStream(new ByteArrayInputStream(result.getResponse().getContentAsByteArray()))
			.readAllBytes();
	}

	/** Counts what a node draws. */
	private static final class CountedDrawing extends DocumentDrawing {

		private final AtomicInteger drawn;

		CountedDrawing(ApplicationContext beans, AtomicInteger drawn) {
			super(beans.getBean(Results.class), beans.getBean(AuditFiles.class), beans.getBean(Narrative.class),
					beans.getBean(RankingFiles.class), beans.getBean(PageDrawing.class), beans.getBean(Spool.class),
					beans.getBean(Renditions.class));
			this.drawn = drawn;
		}

		@Override
		Representation draw(Document document, PublicState state, Locale language) {
			this.drawn.incrementAndGet();
			return super.draw(document, state, language);
		}

	}

}
