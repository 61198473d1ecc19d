package org.pingyi.base.web;

import org.springframework.http.HttpStatus;

/**
 * Says no to an act, with a reason that the person can act on. The message {@code key}
 * says what happened, {@code key + ".next"} says what to do; both take {@code arguments}.
 * Shown on a page of its own with {@link #status()}, or beside the form by the controller
 * that catches it. Modules extend it with what happened: {@code BallotRefused}.
 */
public class Refusal extends RuntimeException {

	private final HttpStatus status;

	private final String key;

	private final transient Object[] arguments;

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

	public HttpStatus status() {
		return this.status;
	}

	public String key() {
		return this.key;
	}

	public Object[] arguments() {
		return this.arguments.clone();
	}

}
