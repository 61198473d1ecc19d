package org.pingyi.outcome.result.document;

import java.io.OutputStream;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.Nulls;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.pingyi.base.audit.Sha256;
import org.pingyi.rules.scoring.Counts;
import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.Line;
import org.pingyi.rules.scoring.Outcome;

import org.springframework.stereotype.Component;

/**
 * Writes the inputs and outcomes of runs as JSON whose decimals keep every digit, and
 * digests it.
 */
@Component
public class RunJson {

	/** Runs of earlier versions lack what came later: lists are empty then, figures 0. */
	private final JsonMapper mapper = JsonMapper.builder()
		.enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
		.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
		.addMixIn(Outcome.class, Later.class)
		.addMixIn(Inputs.class, Later.class)
		.addMixIn(Inputs.Event.class, Identified.class)
		.addMixIn(Line.class, FlatLine.class)
		.withConfigOverride(List.class, (list) -> list.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
		.build();

	/**
	 * Lists that came later are written where they hold something, so that the rest
	 * stays.
	 */
	@SuppressWarnings("UnusedMethod") // names properties of what it is mixed into
	private interface Later {

		@JsonInclude(JsonInclude.Include.NON_EMPTY)
		List<?> alike();

		@JsonInclude(JsonInclude.Include.NON_EMPTY)
		List<?> apart();

	}

	/** An event without an id is written as it was before events had any. */
	private interface Identified {

		@JsonInclude(JsonInclude.Include.NON_EMPTY)
		@JsonSetter(nulls = Nulls.AS_EMPTY)
		String id();

	}

	/** A line carries its counts flat, and an event's id only where there is one. */
	@SuppressWarnings("UnusedMethod") // names properties of what it is mixed into
	private interface FlatLine {

		@JsonInclude(JsonInclude.Include.NON_EMPTY)
		@JsonSetter(nulls = Nulls.AS_EMPTY)
		String event();

		@JsonUnwrapped
		Counts counts();

	}

	public String write(Object value) {
		return this.mapper.writeValueAsString(value);
	}

	/** Writes the same in UTF-8, piece by piece, and leaves the stream open. */
	public void write(Object value, OutputStream out) {
		this.mapper.writer().without(StreamWriteFeature.AUTO_CLOSE_TARGET).writeValue(out, value);
	}

	public <T> T read(String json, Class<T> type) {
		return this.mapper.readValue(json, type);
	}

	/** SHA-256 in hexadecimal. */
	public static String digest(String json) {
		return Sha256.hex(json);
	}

	/** SHA-256 of what {@link #write} gives, which never stands in memory as a whole. */
	public String digestOf(Object value) {
		return Sha256.hex((out) -> write(value, out));
	}

}
