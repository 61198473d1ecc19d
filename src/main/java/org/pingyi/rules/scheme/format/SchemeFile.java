package org.pingyi.rules.scheme.format;

import java.util.ArrayList;
import java.util.List;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.pingyi.base.audit.Sha256;
import org.pingyi.rules.scheme.SchemeRefused;
import org.pingyi.rules.scheme.SchemeRefused.Fault;
import org.pingyi.rules.scoring.Rules;

/**
 * The file format {@code pingyi-scheme/2}: reads and writes the rules of a scheme. What
 * was frozen in an earlier version of the format is read as well.
 */
public final class SchemeFile {

	public static final String FORMAT = "pingyi-scheme/2";

	/** What stands for a text that nobody has written yet. */
	public static final String PLACEHOLDER = "（待填写）";

	private static final String FORMAT_PROPERTY = "format";

	/** Deeper than any method; keeps hostile nesting away from recursion. */
	private static final int DEPTH = 60;

	private static final JsonMapper MAPPER = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH).build())
			.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
			.build())
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.build();

	private SchemeFile() {
	}

	/**
	 * Reads a document.
	 * @throws SchemeRefused naming every property that is unknown, absent or of the wrong
	 * kind
	 */
	public static Rules read(String document) {
		JsonNode json = parse(document);
		if (!(json instanceof ObjectNode object)) {
			throw refused(List.of(new Fault("", "scheme.file.object", ScalarReader.excerpt(json.toString()))));
		}
		String format = object.path(FORMAT_PROPERTY).asString("");
		if (format.equals(FirstFormat.NAME)) {
			FirstFormat.upgrade(object);
		}
		else if (!format.equals(FORMAT)) {
			throw refused(List.of(new Fault(FORMAT_PROPERTY, "scheme.file.format", ScalarReader.excerpt(format))));
		}
		object.remove(FORMAT_PROPERTY);
		return rules(object);
	}

	/** Writes the canonical document of rules: the same rules give the same bytes. */
	public static String write(Rules rules) {
		ObjectNode object = MAPPER.createObjectNode().put(FORMAT_PROPERTY, FORMAT);
		new RecordWriter().write(rules, object);
		return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(object).replace("\r\n", "\n") + "\n";
	}

	/** A stored document in the present format, to be worked on. */
	public static ObjectNode tree(String document) {
		return (ObjectNode) parse(write(read(document)));
	}

	/** SHA-256 of a document, in hexadecimal. */
	public static String digest(String document) {
		return Sha256.hex(document);
	}

	private static Rules rules(ObjectNode object) {
		List<Fault> faults = new ArrayList<>();
		Rules rules = new RecordReader(faults).read(Rules.class, object, "");
		if (rules == null || !faults.isEmpty()) {
			throw refused(faults);
		}
		return rules;
	}

	private static JsonNode parse(String document) {
		if (document.isBlank()) {
			throw refused(List.of(new Fault("", "scheme.file.missing", "")));
		}
		try {
			return MAPPER.readTree(document);
		}
		catch (JacksonException ex) {
			TokenStreamLocation at = ex.getLocation();
			String place = (at != null) ? at.getLineNr() + ":" + at.getColumnNr() : "";
			throw refused(
					List.of(new Fault(place, "scheme.file.syntax", ScalarReader.excerpt(ex.getOriginalMessage()))));
		}
	}

	private static SchemeRefused refused(List<Fault> faults) {
		return new SchemeRefused("scheme.unreadable", faults);
	}

}
