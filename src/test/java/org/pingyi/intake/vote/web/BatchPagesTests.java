package org.pingyi.intake.vote.web;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.pingyi.FormKey;
import org.pingyi.PingyiTest;
import org.pingyi.intake.vote.VoteSamples;
import org.pingyi.intake.vote.card.IssuedBatch;
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

	private static final Pattern QR = Pattern.compile("viewBox=\"0 0 (\\d+) \\d+\".*?<path d=\"([^\"]+)\"",
			Pattern.DOTALL);

	private final MockMvcTester mvc;

	private final VoteSamples samples;

	private final CycleSamples cycles;

	private Cycle cycle;

	BatchPagesTests(MockMvcTester mvc, VoteSamples samples, CycleSamples cycles) {
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

	@Test
	void makesABatchAndShowsItsCodesOnlyThen() {
		MvcTestResult made = this.mvc.post()
			.uri("/desk/codes?cycle=2026")
			.param("name", "人大代表会议")
			.param("audience", "市人大代表")
			.param("count", "3")
			.with(OFFICE)
			.with(FormKey.fresh())
			.with(csrf())
			.exchange();
		assertThat(made).hasStatusOk().bodyText().contains("只显示这一次", "共 3 个", "2026-11-30", "第 1 至 3 张");
		assertThat(CODE.matcher(Citizen.text(made)).results().map(MatchResult::group).distinct()).hasSize(3);
		String list = Citizen.text(get("/desk/codes"));
		assertThat(list).contains("人大代表会议", "市人大代表", "可用 3 个", "office1");
		assertThat(CODE.matcher(list).find()).isFalse();
	}

	@Test
	void makesNoSecondBatchWhenTheAnswerIsReloaded() {
		MvcTestResult page = get("/desk/codes/new");
		assertThat(make(page)).hasStatusOk();
		assertThat(make(page)).hasStatus(409).bodyText().contains("这一页已经制作过一批评议码", "href=\"/desk/codes");
		assertThat(get("/desk/codes")).bodyText().containsOnlyOnce(">收回“社区活动日”？<");
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
			.param("count", "5001")
			.with(OFFICE)
			.with(FormKey.fresh())
			.with(csrf())).hasStatus(422).bodyText().contains("value=\"会议\"", "value=\"5001\"", "href=\"#count\"");
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

	@Test
	void printsCardsWhoseQrLeadsBehindTheStroke() throws Exception {
		IssuedBatch issued = this.samples.printed(this.cycle.id(), 2);
		String sheet = Citizen.text(post("/sheet", String.join(" ", issued.codes())));
		assertThat(sheet).contains(issued.codes()).contains("沿虚线裁开", "http://127.0.0.1:8080/vote");
		List<String> links = QR.matcher(sheet).results().map(BatchPagesTests::read).toList();
		assertThat(links).containsExactlyElementsOf(
				issued.codes().stream().map((code) -> "http://127.0.0.1:8080/vote#c=" + code).toList());
	}

	@Test
	void printsOnlyCodesOfTheBatch() {
		IssuedBatch issued = this.samples.printed(this.cycle.id(), 1);
		assertThat(post("/sheet", "ABCD-EFGH <b>").getResponse().getStatus()).isEqualTo(200);
		assertThat(Citizen.text(post("/codes.csv", "=1+1 " + issued.codes().getFirst()))).isEqualToIgnoringNewLines(
				"\ufeff序号,评议码,链接1,%1$s,http://127.0.0.1:8080/vote#c=%1$s".formatted(issued.codes().getFirst()));
	}

	@Test
	void printsAThousandsOfCodesInParts() {
		IssuedBatch issued = this.samples.printed(this.cycle.id(), 1000);
		String codes = String.join(" ", issued.codes());
		String part = Citizen.text(this.mvc.post()
			.uri("/desk/codes/1/sheet")
			.param("codes", codes)
			.param("first", "961")
			.with(OFFICE)
			.with(csrf())
			.exchange());
		assertThat(part).contains(issued.codes().subList(960, 1000)).doesNotContain(issued.codes().get(959));
		assertThat(QR.matcher(part).results()).hasSize(40);
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

	private MvcTestResult post(String address, String codes) {
		return this.mvc.post()
			.uri("/desk/codes/1" + address)
			.param("codes", codes)
			.with(OFFICE)
			.with(csrf())
			.exchange();
	}

	/** Draws the path as a printer does, and reads it as a phone does. */
	private static String read(MatchResult svg) {
		int size = Integer.parseInt(svg.group(1));
		int scale = 4;
		int[] pixels = new int[size * scale * size * scale];
		java.util.Arrays.fill(pixels, 0xffffff);
		Pattern.compile("M(\\d+) (\\d+)\\.5h(\\d+)").matcher(svg.group(2)).results().forEach((run) -> {
			int x = Integer.parseInt(run.group(1)) * scale;
			int y = Integer.parseInt(run.group(2)) * scale;
			for (int row = y; row < y + scale; row++) {
				java.util.Arrays.fill(pixels, row * size * scale + x,
						row * size * scale + x + Integer.parseInt(run.group(3)) * scale, 0);
			}
		});
		try {
			return new QRCodeReader()
				.decode(new BinaryBitmap(
						new HybridBinarizer(new RGBLuminanceSource(size * scale, size * scale, pixels))),
						Map.of(DecodeHintType.PURE_BARCODE, true))
				.getText();
		}
		catch (com.google.zxing.ReaderException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
