package org.pingyi.base.web;

import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * Says no to an act, with a reason that the person can act on. The message {@code key}
 * says what happened, {@code key + ".next"} says what to do; both take {@code arguments}.
 * Shown on a page of its own with {@link #status()}, or in the form by {@link Forms},
 * beside the field that it concerns where it names one:
 * {@code throw Refusal.invalid("unit.groupNameMalformed").at("name")}. Modules extend it
 * with what happened: {@code BallotRefused}.
 */
public class Refusal extends RuntimeException {

	private final HttpStatus status;

	private final String key;

	private final transient Object[] arguments;

	private @Nullable String field;

	public Refusal(HttpStatus status, String key, Object... arguments) {
		super(key);
		this.status = status;
		this.key = key;
		this.arguments = arguments.clone();
	}

	/** A refusal because the thing is not in the state that the act needs: 409. */
	public static Refusal conflict(String key, Object... arguments) {
		return new Refusal(HttpStatus.CONFLICT, key, arguments);
	}

	/** A refusal because there is no such thing: 404. */
	public static Refusal notFound(String key, Object... arguments) {
		return new Refusal(HttpStatus.NOT_FOUND, key, arguments);
	}

	/** A refusal because what was sent does not fit: 422. */
	public static Refusal invalid(String key, Object... arguments) {
		return new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, key, arguments);
	}

	/** What a check refuses, for a page that does not offer what would be refused. */
	public static Optional<Refusal> of(Runnable check) {
		try {
			check.run();
			return Optional.empty();
		}
		catch (Refusal refusal) {
			return Optional.of(refusal);
		}
	}

	/** Names the field of the form that this concerns, by its name in the form. */
	public Refusal at(String field) {
		this.field = field;
		return this;
	}

	public HttpStatus status() {
		return this.status;
	}

	public String key() {
		return this.key;
	}

	public Object[] arguments() {
		return this.arguments.clone();
	}

	/** The field that this concerns; empty for the act as a whole. */
	public Optional<String> field() {
		return Optional.ofNullable(this.field);
	}

	/** What the answer's head says besides the status. */
	public HttpHeaders headers() {
		return new HttpHeaders();
	}

}
