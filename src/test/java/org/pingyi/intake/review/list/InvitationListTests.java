package org.pingyi.intake.review.list;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.job.Job;
import org.pingyi.base.job.JobOutcome;
import org.pingyi.base.job.JobSamples;
import org.pingyi.base.job.JobState;
import org.pingyi.base.web.Spreadsheets;
import org.pingyi.intake.review.Invitations;
import org.pingyi.intake.review.ReviewSamples;
import org.pingyi.intake.review.ReviewSheets;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Lists of people: uploaded, looked at, drawn from, and invited by a job as a whole. */
@PingyiTest
class InvitationListTests {

	private static final String IMPORTS = "/desk/invitations/imports";

	private static final Pattern LINK = Pattern.compile("/review#([A-Z0-9]{20})");

	private static final Pattern DRAWN = Pattern.compile("(?s)<caption>抽中的人</caption>(.*?)</table>");

	private static final Pattern SEED = Pattern.compile("name=\"seed\" value=\"([0-9a-f]{64})\"");

	private static final List<String> COLUMNS = List.of("姓名", "单位", "渠道", "评议对象");

	private final MockMvcTester mvc;

	private final JobSamples jobs;

	private final ReviewSamples samples;

	private final ReviewSheets sheets;

	private final CycleSamples cycles;

	private final Invitations invitations;

	private final Audit audit;

	private final JdbcTemplate jdbc;

	InvitationListTests(MockMvcTester mvc, JobSamples jobs, ReviewSamples samples, ReviewSheets sheets,
			CycleSamples cycles, Invitations invitations, Audit audit, JdbcTemplate jdbc) {
		this.mvc = mvc;
		this.jobs = jobs;
		this.samples = samples;
		this.sheets = sheets;
		this.cycles = cycles;
		this.invitations = invitations;
		this.audit = audit;
		this.jdbc = jdbc;
	}

	@Test
	void invitesAListAfterALookAtIt() {
		this.cycles.opened();
		String list = looked(upload(
				List.of(List.of("张科长", "县水务局", "基层职能部门评议", "全部"), List.of("陈处长", "省水利厅", "SUPERIOR", "市水务局、GAJ"))));
		assertThat(get(list)).hasStatusOk()
			.bodyText()
			.contains("将邀请2人", "张科长", "SWJ、GAJ", "下载一次后立即删除")
			.doesNotContain("name=\"file\"");
		assertThat(this.mvc.get().uri(list).with(user("office2").roles("OFFICE"))).hasStatus(404);
		String job = confirmed(list, "");
		assertThat(get(job)).bodyText().contains("排队中");
		assertThat(confirmed(list, "")).isEqualTo(job);
		assertThat(get(list)).hasRedirectedUrl(job);
		this.jobs.runAll();
		assertThat(get(job)).bodyText().contains("已邀请 2 人", "谁先打开，链接就归谁的浏览器", "下载 invitations-2026.csv");
		String links = links(job);
		assertThat(links).startsWith("\ufeff姓名,单位,渠道,链接,评议码\r\n张科长,县水务局,基层职能部门评议,http")
			.contains("\r\n陈处长,省水利厅,")
			.hasLineCount(3);
		assertThat(this.sheets.open(opened(links)).units()).isNotEmpty();
		assertThat(this.jdbc.queryForObject("select count(*) from review_invitation", Integer.class)).isEqualTo(2);
		assertThat(trail("review.listInvited")).singleElement()
			.asString()
			.startsWith("2 list:" + job.substring("/desk/jobs/".length()));
	}

	/** A list of any length; each link opens its sheet. */
	@ParameterizedTest
	@ValueSource(ints = { 1200, 10_000 })
	void invitesAsManyAsThereAre(int people) throws IOException {
		Cycle cycle = this.cycles.opened();
		String list = looked(upload(new MockMultipartFile("file", "people.csv", null, people(people))));
		assertThat(get(list)).bodyText().contains(String.format("将邀请%,d人", people));
		assertThat(get(list + "?page=" + (people / 50 - 1))).bodyText()
			.contains(String.format("代表%05d<", people - 1))
			.doesNotContain("rel=\"next\"");
		String job = confirmed(list, "");
		this.jobs.runAll();
		String links = links(job);
		assertThat(links).hasLineCount(people + 1);
		assertThat(LINK.matcher(links).results().map((link) -> link.group(1)).distinct().count()).isEqualTo(people);
		assertThat(this.sheets.open(opened(links)).units()).hasSize(5);
		assertThat(As.office(() -> this.invitations.progress(cycle.id()))).singleElement()
			.satisfies((progress) -> assertThat(progress.invited()).isEqualTo(people));
	}

	/** The files of the cases; the longer one is written as the shorter one is. */
	private static byte[] people(int count) throws IOException {
		if (count == 1200) {
			try (InputStream in = InvitationListTests.class
				.getResourceAsStream("/cases/08-many-links/people1200.csv")) {
				return Objects.requireNonNull(in).readAllBytes();
			}
		}
		return IntStream.range(0, count)
			.mapToObj((number) -> String.format("万人代表%05d,测试单位%d,领导评议,,全部%n", number, number % 40))
			.collect(Collectors.joining("", "姓名,单位,渠道,类别,评议对象\n", ""))
			.getBytes(StandardCharsets.UTF_8);
	}

	@Test
	void drawsByLotWhereTheListNamesMoreThanAreAsked() {
		Cycle cycle = this.cycles.demanding();
		String list = looked(upload(deputies(5)));
		assertThat(get(list)).hasStatusOk()
			.bodyText()
			.contains("名单里有5名人大代表，办法规定邀请3人，已邀请0人，还可邀请3人", "/draw")
			.doesNotContain("/confirmation");
		assertThat(post(list + "/confirmation", "")).hasStatus(422).bodyText().contains("由系统抽签决定邀请谁");
		MvcTestResult draw = get(drawn(list));
		assertThat(draw).hasStatusOk().bodyText().contains("抽中3人，未抽中2人", "看未抽中的人", "确认邀请3人");
		String seed = group(SEED, draw);
		assertThat(get(list + "?left=true&seed=" + seed)).bodyText().contains("未抽中的人").containsPattern("代表\\d<");
		assertThat(post(list + "/confirmation", "ab".repeat(32))).hasStatus(409).bodyText().contains("没有用这个种子");
		assertThat(post(list + "/confirmation", "nonsense")).hasStatus(422);
		confirmed(list, seed);
		assertThat(this.jobs.done().outcome()).isEqualTo(JobOutcome.of("review.list.done", 3));
		assertThat(As.office(() -> this.invitations.progress(cycle.id()))).singleElement()
			.satisfies((progress) -> assertThat(progress.invited()).isEqualTo(3));
		assertThat(get("/desk/invitations")).bodyText().contains("应邀人数", "已邀满");
		assertThat(trail("review.drawn")).singleElement().asString().startsWith("seed:" + seed + " list:");
	}

	@Test
	void repeatsADrawWithItsSeed() {
		this.cycles.demanding();
		MvcTestResult draw = get(drawn(looked(upload(deputies(5)))));
		MockMultipartFile reversed = new MockMultipartFile("file", "名单.csv", "text/csv",
				Spreadsheets.csv(COLUMNS, deputies(5).reversed()));
		MvcTestResult again = get(looked(this.mvc.post()
			.uri(IMPORTS + "?cycle=2026")
			.multipart()
			.file(reversed)
			.param("seed", group(SEED, draw))
			.with(office())
			.with(csrf())
			.exchange()));
		assertThat(group(DRAWN, again)).isEqualTo(group(DRAWN, draw)).contains("代表");
		assertThat(again).bodyText().contains("已记入审计轨迹", "确认邀请3人");
	}

	@Test
	void namesEveryFaultOfAListAndInvitesNobody() {
		this.cycles.opened();
		MvcTestResult refused = upload(List.of(List.of("张科长", "", "基层职能部门评议", "全部"), List.of("陈处长", "省水利厅", "电台", "全部"),
				List.of("何处长", "省水利厅", "LEADER", "NOBODY"), List.of("吴处长", "省水利厅", "LEADER", "全部"),
				List.of("吴处长", "省水利厅", "LEADER", "全部"), List.of("郑处长", "省水利厅", "LEADER", "")));
		assertThat(refused).hasStatus(422)
			.bodyText()
			.doesNotContain("{0}", "逐页查看")
			.contains("请写明评议哪些单位", "不能空白", "没有渠道“电台”", "该渠道不评“NOBODY”", "“吴处长”在文件中出现两次");
		assertThat(get("/desk/invitations")).bodyText().contains("还没有邀请");
	}

	@Test
	void listsManyFaultsPageByPage() {
		this.cycles.opened();
		MvcTestResult refused = upload(IntStream.rangeClosed(1, 120)
			.mapToObj((number) -> List.of("何处长" + number, "省水利厅", "电台" + number, "全部"))
			.toList());
		assertThat(refused).hasStatus(422)
			.bodyText()
			.contains("文件中有 120 处", "逐页查看全部 120 处", "“电台50”")
			.doesNotContain("“电台51”");
		String list = group(Pattern.compile("href=\"(" + IMPORTS + "/[0-9a-f-]{36})\""), refused);
		assertThat(get(list + "?page=2")).hasStatusOk()
			.bodyText()
			.contains("文件中有 120 处", "“电台120”", "<td class=\"figure\">121</td>", "rel=\"prev\"")
			.doesNotContain("rel=\"next\"", "/confirmation");
		assertThat(post(list + "/confirmation", "")).hasStatus(422).bodyText().contains("有 120 处现在不能邀请，第一处在第 2 行");
	}

	/** What was right when it was confirmed may be wrong when its turn has come. */
	@Test
	void invitesNobodyWhereSomebodyWasInvitedMeanwhile() {
		Cycle cycle = this.cycles.opened();
		String list = looked(
				upload(List.of(List.of("李主任", "市人大常委会", "LEADER", "全部"), List.of("王主任", "市人大常委会", "LEADER", "全部"))));
		confirmed(list, "");
		this.samples.leader(cycle.id());
		Job job = this.jobs.done();
		assertThat(job.state()).isEqualTo(JobState.FAILED);
		assertThat(job.outcome()).isEqualTo(JobOutcome.of("review.list.changed", 1, 3, "姓名"));
		assertThat(get("/desk/jobs/" + job.id())).bodyText().contains("第一处在第 3 行", "什么都没有保存").doesNotContain("下载 ");
		assertThat(this.jdbc.queryForList("select name from review_invitation", String.class)).containsExactly("王主任");
	}

	private static List<List<String>> deputies(int count) {
		return IntStream.rangeClosed(1, count)
			.mapToObj((number) -> List.of("代表" + number, "市人大", "DEPUTY", "全部"))
			.toList();
	}

	private MvcTestResult upload(List<List<String>> rows) {
		return upload(new MockMultipartFile("file", "名单.csv", "text/csv", Spreadsheets.csv(COLUMNS, rows)));
	}

	private MvcTestResult upload(MockMultipartFile file) {
		return this.mvc.post()
			.uri(IMPORTS + "?cycle=2026")
			.multipart()
			.file(file)
			.with(office())
			.with(csrf())
			.exchange();
	}

	/** The page of a list that has no faults. */
	private static String looked(MvcTestResult upload) {
		assertThat(upload).hasStatus3xxRedirection();
		String page = Objects.requireNonNull(upload.getResponse().getRedirectedUrl());
		assertThat(page).startsWith(IMPORTS + "/");
		return page;
	}

	private String drawn(String list) {
		MvcTestResult draw = post(list + "/draw", "");
		assertThat(draw).hasStatus3xxRedirection();
		return Objects.requireNonNull(draw.getResponse().getRedirectedUrl());
	}

	private String confirmed(String list, String seed) {
		MvcTestResult confirmed = post(list + "/confirmation", seed);
		assertThat(confirmed).hasStatus3xxRedirection();
		return Objects.requireNonNull(confirmed.getResponse().getRedirectedUrl());
	}

	private String links(String job) {
		return this.jobs.text(UUID.fromString(job.substring("/desk/jobs/".length())));
	}

	/** The token of the first link of a file, opened. */
	private String opened(String links) {
		String token = LINK.matcher(links).results().findFirst().orElseThrow().group(1);
		this.samples.address(token);
		return token;
	}

	private List<String> trail(String act) {
		return As.as("auditor1", () -> this.audit.search(act, List.of(), 0, 5), "ROLE_AUDITOR")
			.entries()
			.stream()
			.map((link) -> link.entry().detail())
			.toList();
	}

	private MvcTestResult get(String address) {
		return this.mvc.get().uri(address).with(office()).exchange();
	}

	private MvcTestResult post(String address, String seed) {
		return this.mvc.post().uri(address).with(office()).with(csrf()).param("seed", seed).exchange();
	}

	private static String group(Pattern pattern, MvcTestResult result) {
		Matcher matcher = pattern
			.matcher(new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8));
		assertThat(matcher.find()).isTrue();
		return matcher.group(1);
	}

	private static RequestPostProcessor office() {
		return user("office1").roles("OFFICE");
	}

}
