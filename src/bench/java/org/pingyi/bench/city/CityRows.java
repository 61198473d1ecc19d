package org.pingyi.bench.city;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is measured, in the order of a year: a further row is a further object here. The
 * texts name {@code {year}} and {@code {unit}} by their codes, {@code :cycle} by its
 * number.
 */
final class CityRows {

	private static final String OFFICE = CityStaff.OFFICE;

	private static final String NONE = "";

	private static final String TRAIL = "select id, at, actor, act, subject, detail from audit_entry order by id desc limit 50";

	private static final String INVITATIONS = """
			select i.id, i.channel, i.rater_class, i.name, i.organisation, i.revoked, i.signed_on,
				(select count(*) from review_invitation_unit u where u.invitation_id = i.id),
				(select count(*) from review_draft d where d.invitation_id = i.id and d.complete)
			from review_invitation i where i.cycle_id = :cycle order by i.id desc limit 50""";

	private static final String CASES = """
			select id, number, called_on, unit_id, category, substring(content, 1, 50), state from hotline_case
			where cycle_id = :cycle order by id desc limit 20""";

	private static final String ADJUSTMENTS = "select * from adjustment_adjustment where cycle_id = :cycle order by id desc limit 20";

	private static final String UNITS = "select * from unit_unit u join unit_membership m on m.unit_id = u.id order by u.code limit 20";

	private static final String PARTICIPANTS = "select * from cycle_participant where cycle_id = :cycle order by position";

	private static final String SEALED = """
			select channel, unit_id, rater_class, sum(count) from ballot_tally where cycle_id = :cycle and item = 0
			group by 1, 2, 3""";

	private static final String SIGNALS = """
			select channel, unit_id, signals, sum(count) from ballot_tally where cycle_id = :cycle and item = 0
			group by 1, 2, 3""";

	/** While ballots come in, and many of them wait. */
	private static final List<Measurement> OPENED = List.of(page("home", NONE, "/", ""),
			page("ballot page", NONE, "/vote", ""), page("counters", NONE, "/vote/counters", ""),
			new Counting("counters, counted anew"), page("desk", OFFICE, "/desk", ""),
			page("units", OFFICE, "/desk/units", UNITS),
			page("groups", OFFICE, "/desk/groups", "select * from unit_group order by position"),
			page("cycles", OFFICE, "/desk/cycles", "select * from cycle_cycle order by id desc"),
			page("cycle", OFFICE, "/desk/cycles/{year}", ""),
			page("participants", OFFICE, "/desk/cycles/{year}/participants", PARTICIPANTS),
			page("participation", OFFICE, "/desk/participation", SEALED),
			page("signals", OFFICE, "/desk/cycles/{year}/signals", SIGNALS),
			page("invitations", OFFICE, "/desk/invitations", INVITATIONS),
			page("invitations of a channel", OFFICE, "/desk/invitations?channel=LEADER",
					INVITATIONS.replace("order by", "and i.channel = 'LEADER' order by")),
			page("invitations, page 100", OFFICE, "/desk/invitations?page=100", INVITATIONS + " offset 5000"),
			page("hotline", OFFICE, "/desk/hotline", CASES),
			page("hotline, new", OFFICE, "/desk/hotline?state=NEW",
					CASES.replace("order by", "and state = 'NEW' order by")),
			page("hotline, page 500", OFFICE, "/desk/hotline?page=500", CASES + " offset 10000"),
			page("adjustments", OFFICE, "/desk/adjustments", ADJUSTMENTS),
			page("adjustments, approved", OFFICE, "/desk/adjustments?state=APPROVED",
					ADJUSTMENTS.replace("order by", "and state = 'APPROVED' order by")),
			page("adjustments of a unit", OFFICE, "/desk/adjustments?unit={unit}",
					ADJUSTMENTS.replace("order by",
							"and unit_id = (select id from unit_unit where code = '{unit}') order by")),
			page("figures", OFFICE, "/desk/adjustments/figures", ""),
			page("inspections", OFFICE, "/desk/inspections",
					"select * from inspection_visit where cycle_id = :cycle order by planned_on, id limit 50"),
			page("tablets", OFFICE, "/desk/kiosks", "select * from kiosk_tablet order by id limit 50"),
			page("codes", OFFICE, "/desk/codes",
					"select * from vote_batch where cycle_id = :cycle order by id desc limit 20"),
			page("results on the desk", OFFICE, "/desk/results", ""),
			page("objections", OFFICE, "/desk/objections", ""), page("messages", OFFICE, "/desk/sms", ""),
			page("trail", CityStaff.AUDITOR, "/audit/trail", TRAIL),
			page("trail, page 1000", CityStaff.AUDITOR, "/audit/trail?page=1000", TRAIL + " offset 50000"),
			page("trail, searched", CityStaff.AUDITOR, "/audit/trail?text=office2",
					TRAIL.replace("order by", "where actor = 'office2' order by")),
			page("trail, nothing found", CityStaff.AUDITOR, "/audit/trail?text=nowhere",
					TRAIL.replace("order by", "where position('nowhere' in detail) > 0 order by")),
			page("accounts", CityStaff.SYSTEM_ADMIN, "/admin/accounts",
					"select * from account_account order by login limit 20"),
			page("rights", CityStaff.SECURITY_ADMIN, "/admin/rights",
					"select * from account_account order by login limit 20"),
			page("unit's own page", CityStaff.LIAISON, "/unit", ""),
			page("unit's claims", CityStaff.LIAISON, "/unit/claims",
					"select * from adjustment_adjustment where cycle_id = :cycle and unit_id = (select id from unit_unit where code = '{unit}') order by id desc"),
			page("unit's findings", CityStaff.LIAISON, "/unit/findings", ""),
			page("inspector's visits", CityStaff.INSPECTOR, "/inspect",
					"select * from inspection_visit where inspector = 'inspector1' order by planned_on, id limit 50"));

	/** When nobody votes any more. */
	private static final List<Measurement> CLOSED = List.of(
			page("participation of a closed year", OFFICE, "/desk/participation", SEALED),
			page("signals of a closed year", OFFICE, "/desk/cycles/{year}/signals", SIGNALS),
			page("signals of a closed year, CSV", OFFICE, "/desk/cycles/{year}/signals.csv", SIGNALS),
			page("exclusions", OFFICE, "/desk/cycles/{year}/apart", ""),
			page("opinions", OFFICE, "/desk/opinions",
					"select unit_id, count(*) from ballot_opinion where cycle_id = :cycle group by unit_id"),
			page("opinions about a unit", OFFICE, "/desk/opinions/{unit}?cycle={year}",
					"select * from ballot_opinion where cycle_id = :cycle and unit_id = (select id from unit_unit where code = '{unit}') order by id limit 50"),
			page("rectifications", OFFICE, "/desk/opinions/rectifications", ""),
			new Counting("counters of a closed year, counted anew"));

	/** From the first count to the publication. */
	private static final List<Measurement> COUNTED = List.of(
			new Act("count", "/desk/results", "/desk/results/{year}/runs", Map.of()),
			page("draft ranking", OFFICE, "/desk/results", ""),
			page("draft card", OFFICE, "/desk/results/{year}/{unit}", ""),
			new Act("notice", "/desk/results", "/desk/results/{year}/notice", Map.of()),
			page("unit's own score", CityStaff.LIAISON, "/unit/score", ""), new Act("publish", "/desk/results",
					"/desk/results/{year}/publication", Map.of("run", "select max(id) from result_run")));

	/** What everybody may read. */
	private static final List<Measurement> PUBLISHED = List.of(page("home with a ranking", NONE, "/", ""),
			page("ranking", NONE, "/results/{year}", ""), page("ranking, CSV", NONE, "/results/{year}.csv", ""),
			page("ranking, XLSX", NONE, "/results/{year}.xlsx", ""), page("card", NONE, "/results/{year}/{unit}", ""),
			page("recount page", NONE, "/results/{year}/recount", ""),
			new Readers("ranking, 64 readers", "/results/{year}", 64),
			new Readers("ranking, 256 readers", "/results/{year}", 256),
			new Readers("card, 64 readers", "/results/{year}/{unit}", 64), new Readers("home, 64 readers", "/", 64),
			new Verifying("public package", NONE, "/results/{year}/recount.zip"),
			new Verifying("auditor's package", CityStaff.AUDITOR, "/audit/cycles/{year}/files"));

	static final List<Measurement> ALL = Stream
		.of(OPENED, List.<Measurement>of(new Closing()), CLOSED, COUNTED, PUBLISHED)
		.flatMap(List::stream)
		.toList();

	private CityRows() {
	}

	private static PageMeasurement page(String name, String login, String path, String sql) {
		return new PageMeasurement(name, login, path, sql);
	}

}
