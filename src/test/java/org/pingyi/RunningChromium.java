package org.pingyi;

import java.util.Objects;

import com.microsoft.playwright.Page;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One browser for all tests of a class; each person in it shares nothing. */
public final class RunningChromium implements BeforeAllCallback, AfterAllCallback {

	private @Nullable Chromium browser;

	@Override
	public void beforeAll(ExtensionContext context) {
		this.browser = Chromium.start();
	}

	@Override
	public void afterAll(ExtensionContext context) {
		if (this.browser != null) {
			this.browser.close();
		}
	}

	/** A person at a port of this machine. */
	public Page person(int port, int width, int height) {
		return browser().person(address(port), width, height);
	}

	/** A person on a phone whose browser runs no script. */
	public Page withoutScript(int port) {
		return browser().withoutScript(address(port));
	}

	private static String address(int port) {
		return "http://127.0.0.1:" + port;
	}

	/** The browser itself. */
	public Chromium browser() {
		return Objects.requireNonNull(this.browser);
	}

}
