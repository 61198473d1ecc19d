package org.pingyi.intake.vote.web.hot;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.pingyi.base.unit.Unit;
import org.pingyi.base.unit.Units;
import org.pingyi.base.web.kept.Refreshed;
import org.pingyi.base.web.kept.Representation;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleClosing;
import org.pingyi.rules.cycle.CycleOpened;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The page of the open vote in each language, or the one that says that none is open:
 * rendered once, then kept. Whether the year still stands as it did, and what units are
 * found by, is asked again when a year opens or closes here, and every few seconds for
 * what other nodes did.
 */
@Component
class BallotPage {

	private final Cycles cycles;

	private final Units units;

	private final BallotWriter writer;

	private final UnitList list;

	private final Refreshed<Edition> editions;

	BallotPage(Cycles cycles, Units units, BallotWriter writer, UnitList list, Clock clock) {
		this.cycles = cycles;
		this.units = units;
		this.writer = writer;
		this.list = list;
		this.editions = new Refreshed<>(this::edition, clock);
	}

	/** The page in Chinese, or in English for an English locale. */
	Representation in(Locale locale) {
		Edition current = this.editions.get();
		boolean english = Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
		return current.pages()
			.computeIfAbsent(english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE,
					(language) -> this.writer.write(current.year(), current.tag(), language));
	}

	/** The units that the page asks for; none when no vote is open. */
	Optional<Representation> units() {
		return this.editions.get().units();
	}

	/** Numbers start anew in an emptied database, and may then name another year. */
	@TransactionalEventListener(fallbackExecution = true)
	void onOpened(CycleOpened opened) {
		this.editions.forget();
	}

	@TransactionalEventListener(fallbackExecution = true)
	void onClosing(CycleClosing closing) {
		this.editions.expire();
	}

	private Edition edition(@Nullable Edition known) {
		Year year = year();
		return (known != null && known.year().equals(year)) ? known
				: new Edition(year, list(year), new ConcurrentHashMap<>());
	}

	private Optional<Representation> list(Year year) {
		return Optional.ofNullable(year.cycle())
			.filter((cycle) -> year.open())
			.flatMap((cycle) -> this.list.of(cycle, year.services()));
	}

	private Year year() {
		Optional<Cycle> open = this.cycles.current();
		return open.map((cycle) -> new Year(cycle, true, services()))
			.orElseGet(() -> new Year(
					this.cycles.chosen(null).filter((cycle) -> cycle.phase().reached(Phase.ANNOUNCED)).orElse(null),
					false, Map.of()));
	}

	private Map<Long, String> services() {
		return this.units.all().stream().collect(Collectors.toMap(Unit::id, Unit::services));
	}

	/**
	 * What a page shows.
	 *
	 * @param cycle the year that is open, or else the last one announced, or null
	 * @param open whether it takes ballots now
	 * @param services what people go to units for, by number of the unit; nothing when it
	 * takes no ballots
	 */
	record Year(@Nullable Cycle cycle, boolean open, Map<Long, String> services) {
	}

	private record Edition(Year year, Optional<Representation> units, Map<Locale, Representation> pages) {

		String tag() {
			return this.units.map(Representation::tag).orElse("");
		}

	}

}
