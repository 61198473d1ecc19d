package org.pingyi.base.account.session;

import java.util.List;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

import org.springframework.security.jackson.SecurityJacksonModules;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.FlashMap;

/**
 * What a session holds, as JSON. Only the types named here, and those that Spring
 * Security names for its own, are ever made from it.
 */
@Component
class SessionJson {

	private final JsonMapper mapper;

	SessionJson() {
		BasicPolymorphicTypeValidator.Builder allowed = BasicPolymorphicTypeValidator.builder()
			.allowIfSubType("org.pingyi.base.account.")
			.allowIfSubType(Long.class);
		this.mapper = JsonMapper.builder()
			.addModules(SecurityJacksonModules.getModules(getClass().getClassLoader(), allowed))
			.build();
	}

	byte[] write(Object value) {
		return this.mapper.writeValueAsBytes(new Held(stored(value)));
	}

	Object read(byte[] json) {
		return restored(this.mapper.readValue(json, Held.class).value());
	}

	/** Messages for the next page are maps with fields of their own. */
	private static Object stored(Object value) {
		boolean flash = value instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof FlashMap;
		return flash ? StoredFlash.Pending.of((List<?>) value) : value;
	}

	private static Object restored(Object value) {
		return (value instanceof StoredFlash.Pending pending) ? pending.restored() : value;
	}

	/** A value of any allowed type. */
	record Held(Object value) {
	}

}
