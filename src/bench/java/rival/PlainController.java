package rival;

import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** One insert of a voter row and a ballot row per request, and nothing else. */
@RestController
class PlainController {

	private static final String INSERT = """
			with voter as (insert into rival_voter (id) values (?) on conflict do nothing returning 1)
			insert into rival_ballot (id, unit, answers) select ?, ?, ? from voter""";

	private final JdbcTemplate jdbc;

	PlainController(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	@PostMapping("/plain")
	String take(@RequestParam String voter, @RequestParam String unit, @RequestParam long answers) {
		UUID ballot = UUID.randomUUID();
		this.jdbc.update(INSERT, UUID.fromString(voter), ballot, unit, answers);
		return ballot.toString();
	}

}
