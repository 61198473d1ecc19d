package org.pingyi;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.assertThat;

/** The installed browser, for tests that walk the pages as their users do. */
public final class Chromium implements AutoCloseable {

	/** The width at which tests open a page that they look at on every screen. */
	public static final int PHONE = 390;

	private static final int TABLET = 768;

	private static final int DESK = 1440;

	private static final int HEIGHT = 900;

	/**
	 * Debian's browsers, the one that has no windows first: it needs a quarter less of
	 * the processor for the same pages.
	 */
	private static final List<Path> BROWSERS = List.of(Path.of("/usr/bin/chromium-headless-shell"),
			Path.of("/usr/bin/chromium"));

	private static final boolean PICTURES = System.getProperty("pictures") != null;

	private static final Path SCREENSHOTS = Path.of("target", "screenshots");

	private static final String DRAWN = """
			() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))""";

	/**
	 * For what must come: a busy machine is no fault, and only a failure waits so long.
	 */
	private static final int PATIENCE_MILLIS = 60_000;

	/**
	 * One browser for each thread of tests: to start it takes as long as a dozen pages,
	 * and its connection serves no other thread.
	 */
	private static final ThreadLocal<Browser> RUNNING = ThreadLocal.withInitial(Chromium::launch);

	private final Browser browser = RUNNING.get();

	private final List<BrowserContext> people = new ArrayList<>();

	private Chromium() {
	}

	/**
	 * Begins a visit; without a browser the test is skipped, except where it must run.
	 */
	public static Chromium start() {
		boolean required = "true".equals(System.getenv("CI"));
		Assumptions.assumeTrue(required || installed().isPresent(), "Chromium is not installed");
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
		return new Chromium();
	}

	private static Optional<Path> installed() {
		return BROWSERS.stream().filter(Files::exists).findFirst();
	}

	private static Browser launch() {
		Playwright playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		return playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(installed().orElseThrow())
				.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
						"--disable-background-networking", "--disable-component-update", "--disable-sync",
						"--renderer-process-limit=1")));
	}

	/** A person with a browser of their own: nothing shared with the others. */
	public Page person(String address, int width, int height) {
		return page(context(address).setViewportSize(width, height));
	}

	/** A person on a phone whose browser runs no script. */
	public Page withoutScript(String address) {
		return page(context(address).setViewportSize(390, 844).setJavaScriptEnabled(false));
	}

	/** Scrolling at once: a page that still moves under a busy machine loses a click. */
	private static Browser.NewContextOptions context(String address) {
		return new Browser.NewContextOptions().setBaseURL(address)
			.setLocale("zh-CN")
			.setReducedMotion(ReducedMotion.REDUCE);
	}

	private Page page(Browser.NewContextOptions options) {
		BrowserContext context = this.browser.newContext(options);
		context.setDefaultTimeout(PATIENCE_MILLIS);
		this.people.add(context);
		return context.newPage();
	}

	/**
	 * Keeps a picture of the whole page under {@code target/screenshots}, where somebody
	 * wants to look at it ({@code -Dpictures}): a picture takes as long as a test.
	 */
	public static void picture(Page page, String name) {
		if (PICTURES) {
			page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
		}
	}

	/**
	 * Looks at a page on a phone, a tablet and a desk, as if one window were drawn wider:
	 * for barriers at both ends, between which only the room changes. Colours, which take
	 * longer than all the rest, are looked at on the desk, where most is to be seen.
	 * Leaves the window as wide as it was.
	 */
	public static void lookAtEveryWidth(Page page, String name) {
		int before = page.viewportSize().width;
		resize(page, PHONE);
		fits(page, name + "-" + PHONE);
		Barriers.BUT_COLOURS.assertNone(page);
		resize(page, TABLET);
		fits(page, name + "-" + TABLET);
		resize(page, DESK);
		look(page, name + "-" + DESK);
		resize(page, before);
	}

	/** What is clicked before the page is drawn at its new width may be missed. */
	private static void resize(Page page, int width) {
		page.setViewportSize(width, HEIGHT);
		page.evaluate(DRAWN);
	}

	/** Fails when a page is wider than the screen or stands in somebody's way. */
	public static void look(Page page, String name) {
		fits(page, name);
		assertAccessible(page);
	}

	/** Fails when a page is wider than the screen. */
	public static void fits(Page page, String name) {
		picture(page, name);
		assertThat((Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
			.as("%s is wider than its screen", name)
			.isLessThanOrEqualTo(0);
	}

	/** Fails with what stands in the way of people who use assistive technology. */
	public static void assertAccessible(Page page) {
		Barriers.ALL.assertNone(page);
	}

	/** Whoever came is gone, and what they left behind. */
	@Override
	public void close() {
		this.people.forEach(BrowserContext::close);
	}

}
