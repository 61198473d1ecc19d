package org.pingyi.intake.vote.web;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.hankcs.hanlp.HanLP;

import org.pingyi.rules.cycle.Participant;

import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * By what a unit is found, beside its name and code: its short name, the initials of both
 * in pinyin, and what people go there for ({@code vote/services.properties}: a part of a
 * unit's name, and the services of such units).
 */
@Component
class UnitWords {

	private final Properties services = services();

	/** In small letters, parted by blanks. */
	String of(Participant unit) {
		String initials = initials(unit.name());
		String small = initials(unit.shortName());
		return Stream
			.of(unit.name().contains(unit.shortName()) ? "" : unit.shortName(), initials,
					initials.contains(small) ? "" : small, services(unit.name()))
			.filter((word) -> !word.isEmpty())
			.map((word) -> word.toLowerCase(Locale.ROOT))
			.distinct()
			.collect(Collectors.joining(" "));
	}

	/** {@code swj} for 水务局; phrases decide how a sign with several readings is read. */
	static String initials(String name) {
		return HanLP.convertToPinyinFirstCharString(name, "", false).toLowerCase(Locale.ROOT);
	}

	private String services(String name) {
		return this.services.stringPropertyNames()
			.stream()
			.filter(name::contains)
			.sorted()
			.map(this.services::getProperty)
			.collect(Collectors.joining(" "));
	}

	private static Properties services() {
		Properties services = new Properties();
		try (Reader reader = new InputStreamReader(new ClassPathResource("vote/services.properties").getInputStream(),
				StandardCharsets.UTF_8)) {
			services.load(reader);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return services;
	}

}
