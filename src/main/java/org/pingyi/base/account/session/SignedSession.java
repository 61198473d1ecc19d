package org.pingyi.base.account.session;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.session.Session;

/** A session whose values are signed JSON where they are stored. */
final class SignedSession<S extends Session> implements Session {

	private final S stored;

	private final SessionSeal seal;

	private final SessionJson json;

	/** One object for each name, however often a request asks. */
	private final Map<String, Object> read = new HashMap<>();

	SignedSession(S stored, SessionSeal seal, SessionJson json) {
		this.stored = stored;
		this.seal = seal;
		this.json = json;
	}

	S stored() {
		return this.stored;
	}

	/** Whether all that it holds was signed for it. */
	boolean genuine() {
		return this.stored.getAttributeNames()
			.stream()
			.allMatch((name) -> this.stored.getAttribute(name) instanceof byte[] sealed
					&& this.seal.holds(getId(), name, sealed));
	}

	@Override
	public String getId() {
		return this.stored.getId();
	}

	/** What it holds is signed anew: it is bound to the ID. */
	@Override
	public String changeSessionId() {
		Map<String, Object> values = new HashMap<>();
		getAttributeNames().forEach((name) -> values.put(name, getRequiredAttribute(name)));
		String id = this.stored.changeSessionId();
		values.forEach(this::setAttribute);
		return id;
	}

	@Override
	@SuppressWarnings({ "unchecked", "TypeParameterUnusedInFormals" }) // as the interface
																		// has it
	public <T> @Nullable T getAttribute(String name) {
		Object known = this.read.get(name);
		if (known == null && this.stored.getAttribute(name) instanceof byte[] sealed) {
			known = this.json.read(SessionSeal.content(sealed));
			this.read.put(name, known);
		}
		return (T) known;
	}

	@Override
	public Set<String> getAttributeNames() {
		return this.stored.getAttributeNames();
	}

	@Override
	public void setAttribute(String name, @Nullable Object value) {
		if (value == null) {
			removeAttribute(name);
			return;
		}
		this.stored.setAttribute(name, this.seal.seal(getId(), name, this.json.write(value)));
		this.read.put(name, value);
	}

	@Override
	public void removeAttribute(String name) {
		this.stored.removeAttribute(name);
		this.read.remove(name);
	}

	@Override
	public Instant getCreationTime() {
		return this.stored.getCreationTime();
	}

	@Override
	public void setLastAccessedTime(Instant lastAccessedTime) {
		this.stored.setLastAccessedTime(lastAccessedTime);
	}

	@Override
	public Instant getLastAccessedTime() {
		return this.stored.getLastAccessedTime();
	}

	@Override
	public void setMaxInactiveInterval(Duration interval) {
		this.stored.setMaxInactiveInterval(interval);
	}

	@Override
	public Duration getMaxInactiveInterval() {
		return this.stored.getMaxInactiveInterval();
	}

	@Override
	public boolean isExpired() {
		return this.stored.isExpired();
	}

}
