package org.pingyi.fuzz;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/** Values that break what reads them, and a few that do not. */
final class HostileText {

	private static final List<String> PLAIN = List.of("1", "2", "3", "2026", "SWJ", "GAJ", "office1", "2026-11-05",
			"10", "0", "true", "on", "ONLINE", "市水务局", "已经整改", "13800138000", "zh", "en", "city", "page", "name", "asc",
			"2026年度", "abcdef", "m01-founding-city", "0.5", "APPROVED", "123456");

	private static final List<String> HOSTILE = List.of("", " ", "\0", "a\0b", "-1", "-0", "0x10", "1e308", "1E-400",
			"1e999999999", "NaN", "Infinity", "9223372036854775807", "9223372036854775808", "-9223372036854775808",
			"2147483648", "99999999999999999999999999", "0.1".repeat(50), "١٢٣", "１２", "1,2", "1;2", "null",
			"undefined", "[]", "{}", "[object Object]", "'", "\"", "';drop table unit;--", "' or '1'='1", "%", "%_%",
			"\\", "\\'", "${1+1}", "#{1+1}", "*{x}", "__${1}__::x", "~{x}", "<script>alert(1)</script>", "&lt;",
			"../../etc/passwd", "..\\..\\x", "/", "//", "//evil.example", "https://evil.example/",
			"javascript:alert(1)", "\r\nSet-Cookie: a=b", "\n", "\t", "\u0001\u0007\u001b[2J", "\u202e\u2066", "\ufeff",
			"\ufffe", "\ud83d\ude00", "e\u0301".repeat(30), "\u0000\u0000", "\u00e9\u00ff", "a".repeat(300),
			"汉".repeat(5000), "x".repeat(70_000), "=1+1", "@SUM(A1)", "1970-01-01", "0000-00-00", "2026-02-30",
			"+999999999-12-31", "-999999999-01-01", "2026-13-45T99:99", "24:00", "CON", "a.b.c.d.e.f", "a..b", ".",
			"..", "a[0].b", "class.module.classLoader", "AAAA.1.1.1.1.AAAA", "phone:x.99999999999999999999.1.1.1.x",
			"....", "e30=", "AAAAAAAAAAAAAAAA", "AGFiYw==", "ZnV6eg", "0".repeat(64), "f".repeat(64), "%00", "%0d%0a",
			"%c0%af", "%u0000", "+", "a b", "(", ")*", "[", "(a+)+$", "a".repeat(40) + "!", "[".repeat(3000),
			"{\"a\":".repeat(2000), "rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcA==");

	private HostileText() {
	}

	static String any(RandomGenerator random) {
		return (random.nextInt(100) < 55) ? plain(random) : hostile(random);
	}

	static String plain(RandomGenerator random) {
		return PLAIN.get(random.nextInt(PLAIN.size()));
	}

	static String hostile(RandomGenerator random) {
		return (random.nextInt(12) == 0) ? noise(random) : HOSTILE.get(random.nextInt(HOSTILE.size()));
	}

	/** Characters of every kind, halves of pairs among them. */
	static String noise(RandomGenerator random) {
		StringBuilder text = new StringBuilder();
		for (int left = random.nextInt(40); left > 0; left--) {
			text.append((char) random.nextInt((random.nextInt(3) == 0) ? 0x10000 : 0x100));
		}
		return text.toString();
	}

	/**
	 * As a client would write it into an address or a form; now and then as none would.
	 */
	static String encoded(String text, RandomGenerator random) {
		return switch (random.nextInt(40)) {
			case 0 -> URLEncoder.encode(text, Charset.forName("GB18030"));
			case 1 -> URLEncoder.encode(text, StandardCharsets.UTF_16);
			case 2 -> new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)
				.replaceAll("[\\s\0#]", "_");
			case 3 -> URLEncoder.encode(text, StandardCharsets.UTF_8) + "%";
			case 4 -> URLEncoder.encode(text, StandardCharsets.UTF_8) + "%zz%c3%28%ff";
			case 5 -> URLEncoder.encode(URLEncoder.encode(text, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
			default -> URLEncoder.encode(text, StandardCharsets.UTF_8);
		};
	}

}
