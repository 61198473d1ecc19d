package org.pingyi.base.web;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pingyi.As;
import org.pingyi.PingyiTest;

import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

import static org.assertj.core.api.Assertions.assertThat;

/** Files come from our own address, named by their content, under a strict policy. */
@PingyiTest
class AssetTests {

	private static final Path FOLDER = Path.of("src/main/resources/static/base/web");

	private static final Pattern ASSET = Pattern.compile("(?:src|href)=\"(/assets/[^\"#]+)");

	private final MockMvcTester mvc;

	private final Rendering rendering;

	private final ResourceUrlProvider urls;

	AssetTests(MockMvcTester mvc, Rendering rendering, ResourceUrlProvider urls) {
		this.mvc = mvc;
		this.rendering = rendering;
		this.urls = urls;
	}

	@Test
	void pagesNameTheirFilesByContentAndTheyExist() throws IOException {
		List<String> assets = assets(this.mvc.get().uri("/error").exchange().getResponse().getContentAsString());
		assertThat(assets).hasSize(3);
		assertThat(assets).allMatch((asset) -> asset.matches(".*-[0-9a-f]{32}\\.\\w+"));
		assertThat(assets).allSatisfy(this::servedForAYear);
	}

	@ParameterizedTest
	@ValueSource(strings = { "desk", "unit", "inspect", "review" })
	void everyFrameFindsItsStylesAndScripts(String frame) {
		String page = As.office(() -> this.rendering.render("sample/frame", "/desk", Locale.SIMPLIFIED_CHINESE,
				Map.of("frame", "base/web/" + frame)));
		assertThat(assets(page)).anyMatch((asset) -> asset.endsWith("/htmx.min.js"))
			.map(this.urls::getForLookupPath)
			.allSatisfy(this::servedForAYear);
	}

	@Test
	void pagesSendTheStrictPolicy() {
		assertThat(this.mvc.get().uri("/error")).headers()
			.hasValue("Content-Security-Policy", PageHeaders.POLICY)
			.hasValue("X-Content-Type-Options", "nosniff")
			.hasValue("X-Frame-Options", "DENY")
			.hasValue("Referrer-Policy", "same-origin");
		assertThat(PageHeaders.POLICY).doesNotContain("unsafe", "http", "*");
	}

	@Test
	void publicPagesCarryOneLightSheetWithTheSharedTokens() throws IOException {
		String sheet = Files.readString(FOLDER.resolve("public.css"));
		assertThat(sheet).startsWith(Files.readString(FOLDER.resolve("tokens.css")));
		assertThat(sheet.length()).isLessThan(20_000);
		assertThat(sheet).doesNotContain("@import", "url(");
	}

	private static List<String> assets(String page) {
		return ASSET.matcher(page).results().map((match) -> match.group(1)).distinct().toList();
	}

	private void servedForAYear(@Nullable String asset) {
		assertThat(this.mvc.get().uri(Objects.requireNonNull(asset))).hasStatusOk()
			.headers()
			.hasValue("Cache-Control", "max-age=31536000");
	}

}
