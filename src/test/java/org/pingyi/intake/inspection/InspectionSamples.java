package org.pingyi.intake.inspection;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.pingyi.As;
import org.pingyi.Samples;
import org.pingyi.base.account.AccountSamples;
import org.pingyi.intake.ballot.Receipt;
import org.pingyi.rules.scoring.Item;

/** Visits of the stock inspector. */
@Samples
public class InspectionSamples {

	public static final LocalDate DAY = LocalDate.of(2026, 11, 3);

	private final Inspections inspections;

	private final Visits visits;

	private final AccountSamples accounts;

	InspectionSamples(Inspections inspections, Visits visits, AccountSamples accounts) {
		this.inspections = inspections;
		this.visits = visits;
		this.accounts = accounts;
	}

	/** A visit of the stock inspector to a unit. */
	public long assigned(long cycle, String unit) {
		String inspector = this.accounts.inspector().login();
		return As.office(() -> this.inspections.assign(cycle, unit, inspector, DAY));
	}

	/** Notes the same mark, in tenths, and the same finding for every item. */
	public void note(long visit, int mark, String finding) {
		inspector(() -> {
			Map<String, Note> notes = this.visits.checklist(visit)
				.form()
				.questionnaire()
				.items()
				.stream()
				.collect(Collectors.toMap(Item::code, (item) -> new Note(mark, finding)));
			this.visits.save(visit, notes);
			return true;
		});
	}

	/** A submitted visit with the same mark and finding for every item. */
	public long submitted(long cycle, String unit, int mark, String finding) {
		long visit = assigned(cycle, unit);
		note(visit, mark, finding);
		submit(visit, UUID.randomUUID().toString());
		return visit;
	}

	/** Submits what is noted, as its inspector who has looked at it. */
	public Receipt submit(long visit, String key) {
		return inspector(() -> this.visits.submit(visit, this.visits.checklist(visit).seen(), key));
	}

	/** Runs a front door as the stock inspector. */
	public static <T> T inspector(Supplier<T> act) {
		return As.as("inspector1", act, "ROLE_INSPECTOR");
	}

	/** Runs a front door as the liaison of a unit. */
	public static <T> T liaison(String unit, Supplier<T> act) {
		return As.as("liaison." + unit, act, "ROLE_LIAISON", "UNIT_" + unit);
	}

}
