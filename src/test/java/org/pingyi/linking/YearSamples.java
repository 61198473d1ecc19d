package org.pingyi.linking;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.pingyi.Samples;
import org.pingyi.Superuser;
import org.pingyi.TestClock;
import org.pingyi.WriteAheadLog;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.secret.Pseudonyms;
import org.pingyi.base.unit.Trait;
import org.pingyi.base.unit.Unit;
import org.pingyi.base.unit.UnitSamples;
import org.pingyi.intake.ballot.BallotSamples;
import org.pingyi.intake.ballot.key.RightKeys;
import org.pingyi.intake.kiosk.KioskSamples;
import org.pingyi.intake.review.IssuedInvitation;
import org.pingyi.intake.review.ReviewSamples;
import org.pingyi.intake.vote.VoteSamples;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleSamples;

import org.springframework.transaction.support.TransactionTemplate;

/**
 * Years in which people rate through every door, in an order and with answers that a seed
 * says, while what has company is sealed and keys are given up from time to time.
 */
@Samples
class YearSamples {

	private static final int PARTS = 4;

	private static final Map<String, Integer> INVITED = Map.of("LEADER", 4, "SUPERIOR", 5, "GRASSROOTS", 6);

	/** A span and the grace after it. */
	private static final Duration SPAN = Duration.ofMinutes(130);

	private static final List<String> WAITING = List.of("ballot_waiting", "ballot_kept_mark");

	private final Doors doors;

	private final CycleSamples cycles;

	private final UnitSamples units;

	private final KioskSamples kiosks;

	private final ReviewSamples reviews;

	private final VoteSamples votes;

	private final BallotSamples ballots;

	private final RightKeys rights;

	private final Pseudonyms pseudonyms;

	private final Audit audit;

	private final TransactionTemplate transactions;

	private final TestClock clock;

	private final Superuser superuser;

	YearSamples(Doors doors, CycleSamples cycles, UnitSamples units, KioskSamples kiosks, ReviewSamples reviews,
			VoteSamples votes, BallotSamples ballots, RightKeys rights, Pseudonyms pseudonyms, Audit audit,
			TransactionTemplate transactions, TestClock clock, Superuser superuser) {
		this.doors = doors;
		this.cycles = cycles;
		this.units = units;
		this.kiosks = kiosks;
		this.reviews = reviews;
		this.votes = votes;
		this.ballots = ballots;
		this.rights = rights;
		this.pseudonyms = pseudonyms;
		this.audit = audit;
		this.transactions = transactions;
		this.clock = clock;
		this.superuser = superuser;
	}

	/** A year that was closed, under some protections. */
	Year closed(long seed, Turnout turnout, Protections protections) {
		Random random = new Random(seed);
		this.units.registered(turnout.units(), "D");
		this.units.registered(turnout.windows(), "W", Trait.WINDOW);
		Cycle cycle = this.cycles.opened();
		OpenYear year = new OpenYear(cycle.id(), this.rights.of(cycle.id()).orElseThrow(), this.pseudonyms,
				this.ballots, random);
		List<List<Runnable>> parts = parts(visits(year, turnout, protections), random);
		Sightings seen = new Sightings();
		for (int part = 0; part < PARTS; part++) {
			parts.get(part).forEach((visit) -> {
				this.clock.advance(Duration.ofSeconds(5 + random.nextInt(20)));
				visit.run();
			});
			if (part < PARTS - 1) {
				watch(year, "sealed", part, seen, () -> seal(cycle.id(), protections));
				this.ballots.prepareKeys();
				this.clock.advance(SPAN);
				watch(year, "anew", part, seen, this.ballots::giveUpKeys);
			}
		}
		watch(year, "sealed", PARTS, seen, () -> {
			seal(cycle.id(), protections);
			this.cycles.close(cycle);
		});
		year.ratings().forEach((rating) -> seen.add("coming", rating.number(), rating.number()));
		return new Year(cycle, year.ratings(), year.values(), seen, year.requests());
	}

	private void seal(long cycle, Protections protections) {
		switch (protections.sealing()) {
			case WITH_COMPANY -> this.ballots.sealSome(cycle);
			case WITHOUT_COMPANY -> this.ballots.seal(cycle);
			case IN_ORDER -> this.ballots.sealInOrder(cycle);
		}
	}

	/**
	 * Notes what a backup before a step and the write-ahead log over it show of what
	 * waits: where it lies, and in which order it is taken out.
	 */
	private void watch(OpenYear year, String step, int part, Sightings seen, Runnable act) {
		Traces traces = new Traces(this.superuser.jdbc());
		WriteAheadLog log = new WriteAheadLog(this.superuser);
		Map<String, Map<String, Set<Integer>>> places = new HashMap<>();
		for (String table : WAITING) {
			places.put(table, traces.places(table, year.values()));
			traces.ofPeople(table, year.values())
				.orders()
				.forEach((order, those) -> those
					.forEach((rating, place) -> seen.add("backup " + order, rating, part + " " + place)));
		}
		String since = log.end();
		act.run();
		places.forEach((table, known) -> {
			int gone = 0;
			for (String place : log.deleted(table, since)) {
				for (int rating : known.getOrDefault(place, Set.of())) {
					seen.add("log " + table + " " + step, rating, part * 1_000_000L + gone);
				}
				gone++;
			}
		});
	}

	/** Everybody's visit, each kind of them spread over the parts of the year. */
	private static List<List<Runnable>> parts(List<List<Runnable>> visits, Random random) {
		List<List<Runnable>> parts = new ArrayList<>();
		for (int part = 0; part < PARTS; part++) {
			List<Runnable> some = new ArrayList<>();
			for (List<Runnable> kind : visits) {
				some.addAll(kind.subList(kind.size() * part / PARTS, kind.size() * (part + 1) / PARTS));
			}
			Collections.shuffle(some, random);
			parts.add(some);
		}
		return parts;
	}

	private List<List<Runnable>> visits(OpenYear year, Turnout turnout, Protections protections) {
		List<List<Runnable>> visits = new ArrayList<>();
		visits.addAll(citizens(year, turnout));
		visits.add(visitors(year, turnout));
		INVITED.keySet().stream().sorted().forEach((channel) -> visits.add(reviewers(year, channel, protections)));
		visits.forEach((kind) -> Collections.shuffle(kind, year.random()));
		return visits;
	}

	private List<List<Runnable>> citizens(OpenYear year, Turnout turnout) {
		List<Long> rated = List.of(this.units.waterBureau().id(), this.units.taxOffice().id(),
				this.units.educationBureau().id(), this.units.policeBureau().id(),
				this.units.organisationDepartment().id());
		int people = turnout.phones() + turnout.codes();
		List<Runnable> phones = new ArrayList<>();
		for (int phone = 0; phone < turnout.phones(); phone++) {
			int person = phone;
			phones.add(() -> this.doors.phone(year, person, rated, people));
		}
		List<Runnable> codes = new ArrayList<>();
		Iterator<String> printed = this.votes.printed(year.cycle(), turnout.codes()).codes().iterator();
		for (int code = 0; code < turnout.codes(); code++) {
			int person = code;
			String typed = printed.next();
			codes.add(() -> this.doors.code(year, person, typed, rated, people));
		}
		return List.of(phones, codes);
	}

	private List<Runnable> visitors(OpenYear year, Turnout turnout) {
		List<Runnable> visitors = new ArrayList<>();
		for (int window = 1; window <= turnout.windows(); window++) {
			Unit unit = this.units.byCode("W" + window);
			String device = this.kiosks.tablet(unit.code());
			for (int ticket = 0; ticket < turnout.tickets(); ticket++) {
				visitors.add(() -> this.doors.window(year, device, unit.id(), turnout.tickets()));
			}
		}
		return visitors;
	}

	private List<Runnable> reviewers(OpenYear year, String channel, Protections protections) {
		int people = INVITED.getOrDefault(channel, 0);
		List<Runnable> reviewers = new ArrayList<>();
		for (int number = 1; number <= people; number++) {
			IssuedInvitation person = this.reviews.invited(year.cycle(), channel, "评议人" + number);
			reviewers.add(switch (protections.signOffs()) {
				case AT_THE_CLOSE -> () -> this.doors.sheet(year, person, people);
				case EACH_AT_ITS_TIME -> () -> this.transactions.executeWithoutResult((status) -> {
					this.doors.sheet(year, person, people);
					this.audit.record("review.signedOff", "invitation:" + person.id(), "");
				});
			});
		}
		return reviewers;
	}

}
