package org.pingyi.intake.vote.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.pingyi.FormKey;
import org.pingyi.PingyiTest;
import org.pingyi.TestClock;
import org.pingyi.base.job.JobSamples;
import org.pingyi.intake.vote.VoteSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The office makes codes, prints them, and takes them back. */
@PingyiTest
class BatchPagesTests {

	private static final RequestPostProcessor OFFICE = user("office1").roles("OFFICE");

	private static final Pattern CODE = Pattern.compile("[2-9A-Z]{4}(-[2-9A-Z]{4}){3}");

	private final MockMvcTester mvc;

	private final VoteSamples samples;

	private final CycleSamples cycles;

	private final JobSamples jobs;

	private final TestClock clock;

	private Cycle cycle;

	BatchPagesTests(MockMvcTester mvc, VoteSamples samples, CycleSamples cycles, JobSamples jobs, TestClock clock) {
		this.jobs = jobs;
		this.clock = clock;
		this.mvc = mvc;
		this.samples = samples;
		this.cycles = cycles;
	}

	@BeforeEach
	void open() {
		this.cycle = this.cycles.opened();
	}

	@Test
	void showsWhatCodesAreForBeforeThereAreAny() {
		assertThat(get("/desk/codes")).hasStatusOk().bodyText().contains("还没有制作过评议码", "没有手机的人", "/desk/codes/new");
	}

	/** Waiting, done, taken; and in the list. */
	@Test
	void makesABatchInTheBackgroundAndHandsItsFileOutOnce() {
		String job = ordered("人大代表会议", "3", "zh");
		assertThat(get(job)).bodyText().contains("制作评议码", "人大代表会议", "排队中", "取消任务");
		assertThat(get("/desk/codes")).bodyText().contains("还没有制作过评议码", "href=\"/desk/jobs\"");
		this.jobs.runAll();
		MvcTestResult done = get(job);
		assertThat(done).bodyText().contains("已制作 3 个评议码：人大代表会议", "按实际大小", "下载一次后立即删除", "下载 codes-1.zip");
		Map<String, byte[]> files = files(job);
		assertThat(files).containsOnlyKeys("codes.csv", "cards.pdf");
		String table = new String(files.getOrDefault("codes.csv", new byte[0]), StandardCharsets.UTF_8);
		List<String> codes = CODE.matcher(table).results().map(MatchResult::group).distinct().toList();
		assertThat(codes).hasSize(3);
		assertThat(table).startsWith(
				"\ufeff序号,评议码,链接\r\n1,%1$s,http://127.0.0.1:8080/vote#c=%1$s\r\n2,".formatted(codes.getFirst()));
		assertThat(this.mvc.post().uri("/vote/passes").param("ticket", codes.getLast())).hasStatusOk();
		assertThat(file(job)).hasStatus(404).bodyText().contains("没有可以下载的结果");
		assertThat(get(job)).bodyText().contains("已完成", "结果已于", "下载，随即删除").doesNotContain("/file");
		String list = Citizen.text(get("/desk/codes"));
		assertThat(list).contains("人大代表会议", "市人大代表", "可用 2 个", "office1");
		assertThat(List.of(list, Citizen.text(done), Citizen.text(get(job))))
			.noneMatch((page) -> CODE.matcher(page).find());
	}

	@Test
	void saysWhatCameInBetween() {
		String cancelled = ordered("社区活动日", "3", "zh");
		assertThat(this.mvc.post().uri(cancelled + "/cancellation").with(OFFICE).with(csrf()))
			.hasRedirectedUrl(cancelled);
		this.jobs.runAll();
		assertThat(get(cancelled)).bodyText().contains("任务已取消，什么都没有保存", "已取消");
		String kept = ordered("社区活动日", "3", "zh");
		this.jobs.runAll();
		this.clock.advance(Duration.ofDays(8));
		this.jobs.sweep();
		assertThat(get(kept)).bodyText().contains("结果超过保存期限").doesNotContain("/file");
		assertThat(get("/desk/jobs?lang=en")).bodyText().contains("The time of the result was over", "Cancelled");
		String late = ordered("社区活动日", "3", "zh");
		this.cycles.close(this.cycle);
		this.jobs.runAll();
		assertThat(get(late)).bodyText().contains("没有完成", "现在不能制作评议码", "什么都没有保存");
		assertThat(get("/desk/codes")).bodyText().contains("共 1 批");
	}

	@Test
	void makesNoSecondBatchWhenTheAnswerIsReloaded() {
		MvcTestResult page = get("/desk/codes/new");
		assertThat(make(page)).hasStatus3xxRedirection();
		assertThat(make(page)).hasStatus(409).bodyText().contains("这一页已经制作过一批评议码", "href=\"/desk/codes");
		this.jobs.runAll();
		assertThat(get("/desk/codes")).bodyText().containsOnlyOnce(">收回“社区活动日”？<");
	}

	/** The address of the job that makes them. */
	private String ordered(String name, String count, String language) {
		MvcTestResult ordered = this.mvc.post()
			.uri("/desk/codes?cycle=2026&lang=" + language)
			.param("name", name)
			.param("audience", "市人大代表")
			.param("count", count)
			.with(OFFICE)
			.with(FormKey.fresh())
			.with(csrf())
			.exchange();
		return Objects.requireNonNull(ordered.getResponse().getRedirectedUrl());
	}

	private MvcTestResult file(String job) {
		return this.mvc.post().uri(job + "/file").with(OFFICE).with(csrf()).exchange();
	}

	private Map<String, byte[]> files(String job) {
		Map<String, byte[]> files = new LinkedHashMap<>();
		try (ZipInputStream archive = new ZipInputStream(
				new ByteArrayInputStream(file(job).getResponse().getContentAsByteArray()))) {
			for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
				files.put(entry.getName(), archive.readAllBytes());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return files;
	}

	private MvcTestResult make(MvcTestResult page) {
		return this.mvc.post()
			.uri("/desk/codes?cycle=2026")
			.param("name", "社区活动日")
			.param("count", "3")
			.with(OFFICE)
			.with(FormKey.on(page))
			.with(csrf())
			.exchange();
	}

	@Test
	void namesWhatIsWrongAndKeepsWhatWasTyped() {
		assertThat(this.mvc.post()
			.uri("/desk/codes")
			.param("name", "会议")
			.param("count", "100001")
			.with(OFFICE)
			.with(FormKey.fresh())
			.with(csrf())).hasStatus(422).bodyText().contains("value=\"会议\"", "value=\"100001\"", "href=\"#count\"");
		assertThat(this.mvc.post().uri("/desk/codes").with(OFFICE).with(FormKey.fresh()).with(csrf())).hasStatus(422)
			.bodyText()
			.contains("href=\"#name\"", "href=\"#count\"");
		assertThat(this.mvc.post()
			.uri("/desk/codes")
			.param("name", "x")
			.param("count", "many")
			.with(OFFICE)
			.with(FormKey.fresh())
			.with(csrf())).hasStatus(422);
	}

	/**
	 * Thirty cards are three pages of twelve; each QR code is read as a phone reads it.
	 */
	@ParameterizedTest
	@CsvSource({ "zh, 沿虚线裁开, 扫码，或打开", "en, cut along the dashed lines, Scan the code" })
	void printsCardsWhoseQrLeadsBehindTheStroke(String language, String next, String card) throws IOException {
		String job = ordered("社区活动日", "30", language);
		this.jobs.runAll();
		assertThat(get(job + "?lang=" + language)).bodyText().contains(next);
		Map<String, byte[]> files = files(job);
		byte[] cards = files.getOrDefault("cards.pdf", new byte[0]);
		Files.write(Files.createDirectories(Path.of("target", "screenshots")).resolve("cards-" + language + ".pdf"),
				cards);
		PrintedCards printed = PrintedCards.read(cards);
		String table = new String(files.getOrDefault("codes.csv", new byte[0]), StandardCharsets.UTF_8);
		List<String> codes = table.lines().skip(1).map((line) -> line.split(",", -1)[1]).toList();
		assertThat(printed.pages()).isEqualTo(3);
		assertThat(printed.codes()).hasSize(30).containsExactlyElementsOf(codes);
		assertThat(printed.links())
			.containsExactlyElementsOf(codes.stream().map((code) -> "http://127.0.0.1:8080/vote#c=" + code).toList());
		assertThat(printed.text()).contains(this.cycle.name(), card, "2026-11-30", "社区活动日   3");
	}

	@Test
	void takesABatchBackAfterAsking() {
		String code = this.samples.printed(this.cycle.id(), 2).codes().getFirst();
		assertThat(get("/desk/codes")).bodyText().contains("收回“人大代表会议”？", "还没有使用的 2 个码将立即失效");
		assertThat(this.mvc.post().uri("/desk/codes/1/withdrawal").param("cycle", "2026").with(OFFICE).with(csrf()))
			.hasRedirectedUrl("/desk/codes?cycle=2026");
		assertThat(get("/desk/codes")).bodyText().contains("已收回，2 个作废").doesNotContain("立即失效");
		assertThat(this.mvc.post().uri("/vote/passes").param("ticket", code)).hasStatus(422)
			.bodyText()
			.contains("这个评议码已被收回");
	}

	@Test
	void turnsThePages() {
		for (int batch = 0; batch < 51; batch++) {
			this.samples.printed(this.cycle.id(), 1);
		}
		assertThat(get("/desk/codes")).bodyText().contains("共 51 批", "rel=\"next\"");
		assertThat(get("/desk/codes?page=1")).bodyText().contains("rel=\"prev\"").doesNotContain("rel=\"next\"");
	}

	@Test
	void speaksEnglish() {
		this.samples.printed(this.cycle.id(), 2);
		assertThat(get("/desk/codes?lang=en")).bodyText().contains("Printed codes", "2 left", "Withdraw");
		assertThat(get("/desk/codes/new?lang=en")).bodyText().contains("How many", "An A4 page holds 12");
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).with(OFFICE).exchange();
	}

}
