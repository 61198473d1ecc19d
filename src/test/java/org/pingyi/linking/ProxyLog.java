package org.pingyi.linking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes requests as nginx would under the product's file: its format, and the maps that
 * this uses.
 */
final class ProxyLog {

	private static final String USUAL = "$remote_addr [$time_iso8601] \"$request\" $status";

	private static final Path FILE = Path.of("src/main/docker/nginx.conf");

	private static final Pattern FORMAT = Pattern.compile("log_format \\w+ \"([^\"]+)\";");

	private static final String AN_ENTRY = "\\s*(\"[^\"]*\"|[^\\s\"{};]+)\\s+(\"[^\"]*\"|[^\\s;]+);";

	private static final Pattern ENTRY = Pattern.compile(AN_ENTRY);

	private static final Pattern MAP = Pattern.compile("map \\$(\\w+) \\$(\\w+) \\{((?:" + AN_ENTRY + ")+)\\s*\\}");

	private static final Pattern VARIABLE = Pattern.compile("\\$\\{?(\\w+)\\}?");

	private final String format;

	private final List<Mapping> maps;

	private ProxyLog(String format, List<Mapping> maps) {
		this.format = format;
		this.maps = maps;
	}

	static ProxyLog of(Protections.Log log) throws IOException {
		String file = Files.readString(FILE);
		return switch (log) {
			case UNLINKED -> new ProxyLog(format(file), maps(file));
			case USUAL -> new ProxyLog(USUAL, List.of());
		};
	}

	private static String format(String file) {
		return FORMAT.matcher(file).results().map((format) -> format.group(1)).findFirst().orElseThrow();
	}

	private static List<Mapping> maps(String file) {
		return MAP.matcher(file).results().map(Mapping::of).toList();
	}

	String line(Request request) {
		Map<String, String> variables = new LinkedHashMap<>();
		variables.put("time_iso8601", request.at().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
		variables.put("remote_addr", request.address());
		variables.put("request_method", request.method());
		variables.put("uri", request.path());
		variables.put("request", request.method() + " " + request.path());
		variables.put("status", String.valueOf(request.status()));
		this.maps.forEach((map) -> variables.put(map.to(), map.value(variables)));
		return resolved(this.format, variables::get);
	}

	private static String resolved(String text, Function<String, String> variables) {
		return VARIABLE.matcher(text)
			.replaceAll((name) -> Matcher.quoteReplacement(String.valueOf(variables.apply(name.group(1)))));
	}

	/** One map of the file: a variable that follows from another. */
	private record Mapping(String from, String to, List<Map.Entry<String, String>> entries) {

		static Mapping of(MatchResult map) {
			List<Map.Entry<String, String>> entries = new ArrayList<>();
			ENTRY.matcher(map.group(3))
				.results()
				.forEach((entry) -> entries.add(Map.entry(bare(entry.group(1)), bare(entry.group(2)))));
			return new Mapping(map.group(1), map.group(2), entries);
		}

		private static String bare(String text) {
			return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
		}

		String value(Map<String, String> variables) {
			String value = String.valueOf(variables.get(this.from));
			for (Map.Entry<String, String> entry : this.entries) {
				if (entry.getKey().startsWith("~")) {
					Matcher matcher = Pattern.compile(entry.getKey().substring(1)).matcher(value);
					if (matcher.find()) {
						return resolved(entry.getValue(), (name) -> matcher.namedGroups().containsKey(name)
								? matcher.group(name) : variables.get(name));
					}
				}
				else if (entry.getKey().equals(value)) {
					return resolved(entry.getValue(), variables::get);
				}
			}
			return this.entries.stream()
				.filter((entry) -> entry.getKey().equals("default"))
				.map((entry) -> resolved(entry.getValue(), variables::get))
				.findFirst()
				.orElse("");
		}

	}

}
