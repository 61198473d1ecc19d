package org.pingyi.base.account.session;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import org.jspecify.annotations.Nullable;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.servlet.FlashMap;

/**
 * What one page says to the next, as a session keeps it.
 *
 * @param path of the page that it is for, or null
 * @param parameters which that page is asked with
 * @param expires milliseconds since 1970, or -1
 * @param values attributes of its model
 */
record StoredFlash(@Nullable String path, Map<String, List<String>> parameters, long expires,
		Map<String, Object> values) {

	static StoredFlash of(FlashMap flash) {
		Map<String, List<String>> parameters = new HashMap<>();
		flash.getTargetRequestParams().forEach((name, values) -> parameters.put(name, new ArrayList<>(values)));
		Map<String, Object> values = new HashMap<>();
		flash.forEach(
				(name, value) -> values.put(name, (value instanceof Object[] array) ? Arguments.of(array) : value));
		return new StoredFlash(flash.getTargetRequestPath(), parameters, flash.getExpirationTime(), values);
	}

	FlashMap restored() {
		FlashMap flash = new FlashMap();
		flash.setTargetRequestPath(this.path);
		flash.addTargetRequestParams(new LinkedMultiValueMap<>(this.parameters));
		flash.setExpirationTime(this.expires);
		this.values.forEach((name, value) -> flash.put(name,
				(value instanceof Arguments arguments) ? arguments.values().toArray() : value));
		return flash;
	}

	/** The arguments of a message. */
	record Arguments(List<Object> values) {

		static Arguments of(Object[] values) {
			return new Arguments(new ArrayList<>(Arrays.asList(values)));
		}

	}

	/** All that waits for its page. */
	record Pending(List<StoredFlash> all) {

		static Pending of(List<?> flashes) {
			List<StoredFlash> all = new ArrayList<>();
			flashes.forEach((flash) -> all.add(StoredFlash.of((FlashMap) flash)));
			return new Pending(all);
		}

		List<FlashMap> restored() {
			return new CopyOnWriteArrayList<>(this.all.stream().map(StoredFlash::restored).toList());
		}

	}

}
