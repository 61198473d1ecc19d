package org.pingyi.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the request of each number: always the same one, seldom an honest one. */
final class HostileRequests {

	private static final Pattern VARIABLE = Pattern.compile("\\{[^/]*?}(?=/|$|\\.)");

	private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS",
			"TRACE", "CONNECT", "PROPFIND", "get", "G\0T", "GET,POST", "QUERY", "A".repeat(2000));

	private static final List<String> TRICKS = List.of("/.", "/..", "/%2e%2e/%2e%2e/etc/passwd", "//", ";x=1", "/;/",
			"%2f", "%5c", "\\", "%00", "%0a", "%", "%zz", "%c0%af", "%ff", "%e4%b8", "?", "??", "#x", "/~", "/*",
			".json", ".csv", "/", "%3b", "%25", "%252e", "|", "{}", "[", "\"", "<", "^", "`", "\u00e4", " HTTP/0.9",
			"%7f", "/%20");

	private static final List<String> TYPES = List.of("application/x-www-form-urlencoded",
			"application/x-www-form-urlencoded; charset=utf-16", "application/x-www-form-urlencoded;charset=nope",
			"APPLICATION/X-WWW-FORM-URLENCODED", "application/json", "application/json;charset=\0", "text/plain",
			"application/xml", "multipart/form-data", "multipart/form-data; boundary=", "multipart/mixed; boundary=x",
			"multipart/form-data; boundary=" + "b".repeat(500), "a", "/", ";", "*/*", "text/html;q=\"", "\u00ff/\u00ff",
			"application/octet-stream", "application/x-java-serialized-object");

	private static final List<String> ODD = List.of("Accept: */*", "Accept: application/json", "Accept: text/html;q=2",
			"Accept: ;", "Accept: a/b/c", "Accept: image/png", "Accept: application/xml", "Accept-Language: en",
			"Accept-Language: *;q=x", "Accept-Language: zh-" + "x".repeat(300), "Accept-Charset: nope",
			"Accept-Encoding: gzip", "Accept-Encoding: zstd;q=-1", "Range: bytes=0-", "Range: bytes=-1,5-2,9-",
			"Range: bytes=" + "0-1,".repeat(500), "If-None-Match: \"", "If-None-Match: *",
			"If-Modified-Since: yesterday", "If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT", "If-Match: x",
			"HX-Request: true", "HX-Request: \u00ff", "HX-Current-URL: http://[::", "X-Forwarded-For: 1.2.3.4, ::1, x",
			"X-Forwarded-Host: evil.example:99999", "X-Forwarded-Proto: gopher", "X-Forwarded-Prefix: //evil.example",
			"X-Forwarded-Port: x", "Forwarded: for=\"[::1\";proto=;host=\"", "Origin: null",
			"Origin: http://evil.example", "Referer: \u00ff", "Authorization: Basic !!!", "Authorization: Bearer x",
			"Authorization: Negotiate", "Expect: 100-continue", "Expect: x", "Upgrade: h2c", "Connection: Upgrade",
			"Transfer-Encoding: chunked", "Transfer-Encoding: gzip", "Content-Encoding: gzip", "Content-Length: 5",
			"Content-Length: -1", "Content-Length: 99999999999999999999", "X-HTTP-Method-Override: DELETE",
			"Access-Control-Request-Method: PUT", "Sec-Fetch-Site: cross-site", "Last-Event-ID: 1", "Max-Forwards: 0",
			"X: " + "y".repeat(7000), "X: " + "y".repeat(20_000), ": empty", "no colon", " folded: x", "A\0B: c",
			"Cookie: pingyi-lang=\u00ff", "Cookie: pingyi-lang=zz-ZZ-%00", "Cookie: $Version=1; pingyi=\"",
			"Cookie: =;;=", "Cookie: kiosk=" + "k".repeat(3000), "Cookie: pingyi=" + base64("\0"),
			"Cookie: pingyi=" + base64("a\0b"), "Cookie: pingyi=\u00e4\u00ff", "Cookie: pingyi=%00",
			"Cookie: pingyi=" + "A".repeat(6000), "Cookie: pingyi=" + base64("'; select 1 --"),
			"Cookie: pingyi=" + base64("\ufffe\ud83d"), "Cookie: pingyi-kiosk=\u0001", "Cookie: pingyi-identity=x.y.z",
			"Host: second.example", "Host: ");

	private final long seed;

	HostileRequests(long seed) {
		this.seed = seed;
	}

	HostileRequest make(long number, Turn turn, Visitors.Visitor visitor) {
		RandomGenerator random = new SplittableRandom(this.seed + number * 1_000_003L);
		Route route = turn.route();
		boolean honest = turn.plain() || random.nextInt(3) == 0;
		String method = (honest || random.nextInt(4) > 0) ? route.method() : any(METHODS, random);
		boolean inBody = !method.equals("GET") && !method.equals("HEAD");
		List<String> headers = new ArrayList<>();
		headers.add((honest || random.nextInt(20) > 0) ? "Host: 127.0.0.1"
				: "Host: " + HostileText.hostile(random).replaceAll("[\r\n]", ""));
		headers.add("Cookie: " + visitor.cookie());
		String parameters = parameters(route, visitor, honest, random);
		String target = path(route, honest, random);
		byte[] body = {};
		if (inBody || random.nextInt(15) == 0) {
			Body made = body(parameters, route, visitor, honest, random);
			headers.add("Content-Type: " + made.type());
			headers.add("Content-Length: "
					+ ((honest || random.nextInt(30) > 0) ? made.bytes().length : random.nextInt(100_000)));
			body = made.bytes();
		}
		if (!inBody || random.nextInt(6) == 0) {
			target += "?" + parameters;
		}
		if (!honest) {
			for (int left = random.nextInt(3); left > 0; left--) {
				headers.add(any(ODD, random));
			}
		}
		headers.add("Connection: close");
		return new HostileRequest(method, target, headers, body);
	}

	private String path(Route route, boolean honest, RandomGenerator random) {
		Matcher variables = VARIABLE.matcher(route.pattern().replace("**", "x"));
		String path = variables
			.replaceAll((found) -> Matcher.quoteReplacement(honest ? plain(random) : segment(random)));
		if (honest || random.nextInt(4) > 0) {
			return path;
		}
		int at = random.nextInt(path.length() + 1);
		String tricked = path.substring(0, at) + any(TRICKS, random) + path.substring(at);
		return switch (random.nextInt(12)) {
			case 0 -> "http://evil.example" + tricked;
			case 1 -> HostileText.encoded(HostileText.hostile(random), random);
			case 2 -> "/" + HostileText.encoded(HostileText.hostile(random), random);
			case 3 -> tricked.toUpperCase(java.util.Locale.ROOT);
			case 4 -> "*";
			default -> tricked;
		};
	}

	private static String plain(RandomGenerator random) {
		return (random.nextInt(2) == 0) ? any(List.of("1", "2026", "SWJ", "2"), random)
				: encoded(HostileText.plain(random), true, random);
	}

	private static String encoded(String text, boolean honest, RandomGenerator random) {
		return honest ? URLEncoder.encode(text, StandardCharsets.UTF_8) : HostileText.encoded(text, random);
	}

	private static String segment(RandomGenerator random) {
		String text = HostileText.any(random);
		return HostileText.encoded((text.length() > 5000) ? text.substring(0, 5000) : text, random);
	}

	/** A form, now and then a thousand fields of it. */
	private static String parameters(Route route, Visitors.Visitor visitor, boolean honest, RandomGenerator random) {
		StringBuilder text = new StringBuilder();
		if (random.nextInt(8) > 0 || honest) {
			text.append("_csrf=").append(visitor.token());
		}
		int most = (!honest && random.nextInt(200) == 0) ? 3000 : 12;
		for (int left = random.nextInt(most); left > 0; left--) {
			String value = honest ? HostileText.plain(random) : HostileText.any(random);
			boolean repeated = most > 12 && value.length() > 100;
			text.append('&')
				.append(encoded(name(route, honest, random), honest, random))
				.append((random.nextInt(50) == 0) ? "" : "=" + encoded(repeated ? "1" : value, honest, random));
		}
		return text.toString();
	}

	private static String name(Route route, boolean honest, RandomGenerator random) {
		boolean own = !route.names().isEmpty() && (honest || random.nextInt(10) > 0);
		String name = own ? route.names().get(random.nextInt(route.names().size())) : HostileText.any(random);
		if (honest) {
			return name;
		}
		return switch (random.nextInt(30)) {
			case 0 -> name + "[999999999]";
			case 1 -> name + "[-1].x";
			case 2 -> name + ".class";
			case 3 -> name + "['a']";
			case 4 -> "_" + name;
			case 5 -> "!" + name;
			case 6 -> "SWJ." + name;
			default -> name;
		};
	}

	private record Body(String type, byte[] bytes) {
	}

	private static Body body(String parameters, Route route, Visitors.Visitor visitor, boolean honest,
			RandomGenerator random) {
		boolean upload = route.names().contains("file") && random.nextInt(3) == 0;
		if (upload) {
			return multipart(route, visitor, random);
		}
		byte[] form = parameters.getBytes(StandardCharsets.ISO_8859_1);
		if (honest) {
			return new Body(TYPES.getFirst(), form);
		}
		return switch (random.nextInt(12)) {
			case 0 -> new Body(any(TYPES, random), form);
			case 1 -> multipart(route, visitor, random);
			case 2 -> new Body("application/json", utf8(HostileText.any(random)));
			case 3 -> new Body("application/json", utf8("[".repeat(random.nextInt(100_000))));
			case 4 -> {
				byte[] noise = new byte[random.nextInt(3000)];
				random.nextBytes(noise);
				yield new Body(any(TYPES, random), noise);
			}
			default -> new Body(TYPES.getFirst(), form);
		};
	}

	/** An upload; every third one broken. */
	private static Body multipart(Route route, Visitors.Visitor visitor, RandomGenerator random) {
		StringBuilder text = new StringBuilder(part("_csrf", "", visitor.token()));
		for (int left = random.nextInt(8); left > 0; left--) {
			String value = HostileText.any(random);
			text.append(part(name(route, false, random).replaceAll("[\r\n\"]", ""), "", value));
		}
		String file = any(
				List.of("x.csv", "x.xlsx", "x.json", "../x", "CON", "", "a".repeat(300) + ".csv", "\u202e.csv"),
				random);
		text.append(part("file", "; filename=\"" + file + "\"", HostileText.any(random) + ",b\r\n1,2"));
		text.append("--fuzz--\r\n");
		byte[] bytes = utf8(text.toString());
		String type = (random.nextInt(8) == 0) ? any(TYPES, random) : "multipart/form-data; boundary=fuzz";
		return new Body(type,
				(random.nextInt(3) == 0) ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes);
	}

	private static String part(String name, String more, String value) {
		return "--fuzz\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n" + value + "\r\n";
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static String base64(String text) {
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	private static <T> T any(List<T> list, RandomGenerator random) {
		return list.get(random.nextInt(list.size()));
	}

}
