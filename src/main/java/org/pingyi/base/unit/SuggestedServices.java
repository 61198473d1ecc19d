package org.pingyi.base.unit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.stream.Collectors;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.stereotype.Component;

/**
 * What people usually go to an agency for, by its name
 * ({@code unit/services.properties}), until the office has written it.
 */
@Component
class SuggestedServices {

	private final Properties byPartOfName = read();

	/** Words separated by spaces, or "" for a name that nothing is known of. */
	String of(String name) {
		return this.byPartOfName.stringPropertyNames()
			.stream()
			.filter(name::contains)
			.sorted()
			.map(this.byPartOfName::getProperty)
			.collect(Collectors.joining(" "));
	}

	private static Properties read() {
		try {
			return PropertiesLoaderUtils.loadProperties(
					new EncodedResource(new ClassPathResource("unit/services.properties"), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
