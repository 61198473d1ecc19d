package org.pingyi.base.unit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.pingyi.As;
import org.pingyi.PingyiTest;
import org.pingyi.TestClock;
import org.pingyi.base.web.Refusal;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.access.AccessDeniedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The register of agencies, through its front door. */
@PingyiTest
class UnitsTests {

	private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

	private final Units units;

	private final UnitSamples samples;

	private final TestClock clock;

	private final JdbcTemplate jdbc;

	UnitsTests(Units units, UnitSamples samples, TestClock clock, JdbcTemplate jdbc) {
		this.units = units;
		this.samples = samples;
		this.clock = clock;
		this.jdbc = jdbc;
	}

	@Test
	void listsByGroupAndThenByPinyin() {
		this.samples.city();
		assertThat(this.units.all()).extracting(Unit::code).containsExactly("GAJ", "SWJ", "JYJ", "ZZB", "SWSWJ");
	}

	@Test
	void keepsTraitsAndGroup() {
		Unit tax = this.samples.taxOffice();
		assertThat(tax.traits()).containsExactlyInAnyOrder(Trait.WINDOW, Trait.VERTICAL);
		assertThat(tax.group()).isEqualTo("VER");
		assertThat(this.units.byId(tax.id())).contains(tax);
	}

	@Test
	void refusesACodeThatIsTaken() {
		this.samples.city();
		refuses("unit.codeTaken", () -> register("SWJ", "市水利局"));
	}

	@Test
	void refusesANameThatIsTaken() {
		this.samples.city();
		refuses("unit.nameTaken", () -> register("SLJ", "市水务局"));
	}

	@Test
	void refusesAGroupThatDoesNotExist() {
		refuses("unit.groupUnknown", () -> register("SLJ", "市水利局"));
	}

	@Test
	void refusesAMalformedCode() {
		this.samples.city();
		refuses("unit.codeMalformed", () -> register("s/", "市水利局"));
	}

	@Test
	void movesFromADayOn() {
		this.samples.city();
		office(() -> this.units.move("SWJ", "LAW", DAY.plusDays(10)));
		assertThat(this.samples.waterBureau().group()).isEqualTo("WIN");
		this.clock.moveTo(DAY.plusDays(10));
		assertThat(this.samples.waterBureau().group()).isEqualTo("LAW");
	}

	@Test
	void putsAMoveOfTheSameDayRight() {
		this.samples.city();
		office(() -> this.units.move("SWJ", "LAW", DAY));
		office(() -> this.units.move("SWJ", "ADM", DAY));
		UnitHistory history = As.office(() -> this.units.history("SWJ"));
		assertThat(history.memberships()).extracting(Membership::group).containsExactly("ADM", "WIN");
	}

	@Test
	void refusesAMoveBeforeTheLastOne() {
		this.samples.city();
		office(() -> this.units.move("SWJ", "LAW", DAY));
		refuses("unit.movedTooEarly", () -> office(() -> this.units.move("SWJ", "ADM", DAY.minusDays(1))));
	}

	@Test
	void cannotBeInTwoGroupsOnADay() {
		long unit = this.samples.waterBureau().id();
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> this.jdbc.update(
				"insert into unit_membership (unit_id, group_id, from_day) values (?, 2, date '2026-05-01')", unit));
	}

	@Test
	void movesOnceOfManyAtOnce() throws Exception {
		long unit = this.samples.waterBureau().id();
		try (ExecutorService people = Executors.newFixedThreadPool(8)) {
			List<Future<?>> moves = IntStream.range(0, 16)
				.<Future<?>>mapToObj((number) -> people
					.submit(() -> office(() -> this.units.move("SWJ", (number % 2 == 0) ? "LAW" : "ADM", DAY))))
				.toList();
			for (Future<?> move : moves) {
				move.get();
			}
		}
		assertThat(this.jdbc.queryForObject("select count(*) from unit_membership where unit_id = ?", Long.class, unit))
			.isEqualTo(2);
	}

	@Test
	void refusesADayThatNobodyMeans() {
		this.samples.city();
		refuses("unit.dayMalformed", () -> office(() -> this.units.move("SWJ", "LAW", LocalDate.of(20261, 1, 1))));
	}

	@Test
	void refusesANameThatCannotBeShown() {
		this.samples.city();
		refuses("unit.nameMalformed", () -> register("SLJ", "市水\u0000利局"));
	}

	@Test
	void leavesTheListsFromTheDayItCloses() {
		this.samples.city();
		office(() -> this.units.close("SWJ", DAY.plusDays(10)));
		assertThat(this.units.all()).extracting(Unit::code).contains("SWJ");
		this.clock.moveTo(DAY.plusDays(10));
		assertThat(this.units.all()).extracting(Unit::code).doesNotContain("SWJ");
		assertThat(this.units.byCode("SWJ")).hasValueSatisfying((unit) -> assertThat(unit.group()).isEmpty());
	}

	@Test
	void refusesToMoveAClosedUnit() {
		this.samples.city();
		office(() -> this.units.close("SWJ", DAY));
		refuses("unit.alreadyClosed", () -> office(() -> this.units.move("SWJ", "LAW", DAY)));
	}

	@Test
	void changesNamesAndTraits() {
		this.samples.city();
		change("水费 湖泊");
		Unit water = this.samples.waterBureau();
		assertThat(water.name()).isEqualTo("市水务和湖泊局");
		assertThat(water.services()).isEqualTo("水费 湖泊");
		assertThat(water.traits()).containsExactly(Trait.AWARDS);
	}

	@Test
	void suggestsServicesByTheNameUntilTheOfficeWroteThem() {
		this.samples.city();
		assertThat(this.samples.waterBureau().services()).isEqualTo("水费 停水 自来水 排水");
		assertThat(this.units.byCode("ZZB")).map(Unit::services).hasValue("");
		change("");
		assertThat(this.samples.waterBureau().services()).isEmpty();
	}

	@Test
	void refusesServicesThatAreNoWords() {
		this.samples.city();
		refuses("unit.servicesMalformed", () -> change("水".repeat(201)));
		refuses("unit.servicesMalformed", () -> change("水\0费"));
		assertThat(this.samples.waterBureau().name()).isEqualTo("市水务局");
	}

	private void change(String services) {
		office(() -> this.units.change("SWJ", new UnitChange("市水务和湖泊局", "水湖局", services, Set.of(Trait.AWARDS))));
	}

	@Test
	void findsByNameShortNameAndCode() {
		this.samples.city();
		assertThat(found("水务")).containsExactly("SWJ");
		assertThat(found("税务局")).containsExactly("SWSWJ");
		assertThat(found("zzb")).containsExactly("ZZB");
		assertThat(found("没有")).isEmpty();
	}

	@Test
	void knowsTheUnitOfALiaison() {
		this.samples.city();
		assertThat(As.as("liaison", this.units::own, "ROLE_LIAISON", "UNIT_SWJ").code()).isEqualTo("SWJ");
	}

	@Test
	void knowsNoUnitOfAnybodyElse() {
		this.samples.city();
		assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> As.office(this.units::own));
	}

	@Test
	void isChangedByTheOfficeOnly() {
		this.samples.city();
		assertThatExceptionOfType(AccessDeniedException.class)
			.isThrownBy(() -> As.as("auditor1", () -> this.units.addGroup("NEW", "新组"), "ROLE_AUDITOR"));
	}

	private Page<Unit> search(String text) {
		return As.office(() -> this.units.search(new UnitQuery(text, "", false), PageRequest.of(0, 20)));
	}

	private List<String> found(String text) {
		return search(text).map(Unit::code).getContent();
	}

	private void register(String code, String name) {
		As.office(() -> this.units.register(new NewUnit(code, name, "水利局", "WIN", "", Set.of(), DAY)));
	}

	private static void office(Runnable act) {
		Supplier<Boolean> done = () -> {
			act.run();
			return true;
		};
		As.office(done);
	}

	private static void refuses(String key, ThrowingCallable act) {
		assertThatExceptionOfType(Refusal.class).isThrownBy(act).extracting(Refusal::key).isEqualTo(key);
	}

}
