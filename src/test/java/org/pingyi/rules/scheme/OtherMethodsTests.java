package org.pingyi.rules.scheme;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.pingyi.rules.scheme.check.Checks;
import org.pingyi.rules.scheme.format.SchemeFile;
import org.pingyi.rules.scoring.Outcome;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Scorecard;
import org.pingyi.rules.scoring.Scoring;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Methods that were written from the format's page alone come to what was worked out by
 * hand.
 */
class OtherMethodsTests {

	/**
	 * Unit, score, place in the group, grade, marks and vetoes; below each unit what it
	 * rests on.
	 */
	private static final String EFFICACY = """
			streets.B 90.79 1 first
			  growth=100 on-time-*=96,90,90,90,90,90,90,90,90,90,90,60 petitions=5 appraisal=85.5
			streets.A 84.40 2 second
			  growth=90 on-time-*=70,95,95,95,95,95,95,95,95,95,95,100 petitions=12.5 appraisal=92
			streets.C 71.47 3 third
			  growth=80 on-time-*=80,81,82,83,84,85,86,87,88,89,90,91 petitions=7 appraisal=88
			towns.D 96.00 1 first
			  growth=50 on-time-*=90,90,90,90,90,90,90,90,90,90,90,90 petitions=3 appraisal=80
			towns.E 82.00 2 second
			  growth=50 on-time-*=80,80,80,80,80,80,80,80,80,80,80,80 petitions=3 appraisal=70
			""";

	private static final String TELEPHONE = """
			g.B 93.73 1 pass
			  TEL.client=50 TEL.client.0:0x28 TEL.client.1:1x28 TEL.client.2:2x28 TEL.client.3:1x21
			  TEL.client.3:2x7 hotline=100
			g.A 93.34 2 satisfied
			  TEL.client=100 TEL.client.0:0x80 TEL.client.1:1x60 TEL.client.1:2x20 TEL.client.2:1x40
			  TEL.client.2:2x20 TEL.client.2:3x10 TEL.client.2:9x10 TEL.client.3:1x50 TEL.client.3:2x25
			  TEL.client.3:3x3 TEL.client.3:5x2 hotline=95
			g.C 46.50 3 mend
			  TEL.client=40 TEL.client.0:0x30 TEL.client.1:3x30 TEL.client.2:3x30 TEL.client.3:1x6
			  TEL.client.3:2x6 TEL.client.3:3x6 TEL.client.3:4x6 TEL.client.3:5x6 hotline=50
			""";

	private static final String LEADERS = """
			g.A 95.3 1 advanced
			  LEADERS.leader.0:0x3 LEADERS.leader.1:1x2 LEADERS.leader.1:2x1 days=5 revenue=110
			g.B 88.0 2 good
			  LEADERS.leader.0:0x3 LEADERS.leader.1:1x1 LEADERS.leader.1:2x1 LEADERS.leader.1:3x1 days=5 revenue=100
			g.C 84.0 3 good
			  LEADERS.leader.0:0x3 LEADERS.leader.1:2x1 LEADERS.leader.1:3x1 LEADERS.leader.1:4x1 days=3 revenue=90
			g.D 52.7 4 warned
			  LEADERS.leader.0:0x3 LEADERS.leader.1:3x1 LEADERS.leader.1:4x2 days=8 revenue=80
			h.F 78.7 1 good
			  LEADERS.leader.0:0x3 LEADERS.leader.1:5x1 LEADERS.leader.1:6x2 days=9 revenue=90
			h.E 73.3 2 good
			  LEADERS.leader.0:0x3 LEADERS.leader.1:5x2 LEADERS.leader.1:6x1 days=10 revenue=110
			""";

	private static final String THOUSAND = """
			g.A 1049.05 1 excellent
			  tasks-done=120 tasks-set=100 days=5 work=95 PUBLIC.citizen.0:0x2 PUBLIC.citizen.1:900x1 PUBLIC.citizen.1:940x1
			  +signed(甲)x3 +opened(乙)x0 +honour(文1)x0 +pilot(文1)x0 +pilot(文2)x0
			g.F 921.36 2 good
			  tasks-done=7 tasks-set=7 days=4 work=100 PUBLIC.citizen.0:0x1 PUBLIC.citizen.1:799x1
			g.C 918.50 3 poor accident
			  tasks-done=100 tasks-set=100 days=8 work=80 PUBLIC.citizen.0:0x1 PUBLIC.citizen.1:900x1 +accident(通报)x0
			g.E 912.50 4 excellent
			  tasks-done=100 tasks-set=100 days=5 work=90 PUBLIC.citizen.0:0x1 PUBLIC.citizen.1:850x1
			g.B 871.74 5 good
			  tasks-done=90 tasks-set=100 days=4 work=90 PUBLIC.citizen.0:0x100 PUBLIC.citizen.1:800x99 PUBLIC.citizen.1:790x1
			  +signed(甲)x10 +opened(乙)x0 +opened(丙)x0
			g.D 695.00 6 fair disciplined
			  tasks-done=80 tasks-set=100 days=10 work=70 PUBLIC.citizen.0:0x1 PUBLIC.citizen.1:800x1 +disciplined(决定)x0
			""";

	private static final String ROUNDS = """
			new.N 46.00 -
			  END.counterpart.0:0x1 END.counterpart.1:500x1 END.counterpart.2:500x1
			  END.grassroots.0:0x1 END.grassroots.1:400x1 END.grassroots.2:400x1
			g.D 84.67 1 fair
			  END.counterpart.0:0x5 END.counterpart.1:0x1 END.counterpart.1:900x3 END.counterpart.1:1000x1
			  END.counterpart.2:500x1 END.counterpart.2:1000x4
			g.A/WINDOW 83.40 2 fair
			  END.counterpart.0:0x5 END.counterpart.1:700x1 END.counterpart.1:800x1 END.counterpart.1:850x1
			  END.counterpart.1:900x1 END.counterpart.1:1000x1 END.counterpart.2:600x1 END.counterpart.2:800x3
			  END.counterpart.2:950x1 END.grassroots.0:0x2 END.grassroots.1:800x1 END.grassroots.1:900x1
			  END.grassroots.2:700x2 VISIT.inspector.0:0x1 VISIT.inspector.1:950x1
			g.B/WINDOW 77.16 3 fair
			  END.grassroots.0:0x1 END.grassroots.1:600x1 END.grassroots.2:600x1 MID.counterpart.0:0x1 MID.counterpart.1:10x1
			g.C 67.60 4 poor yellow red
			  END.counterpart.0:0x4 END.counterpart.1:600x2 END.counterpart.1:700x2 END.counterpart.2:670x4
			  END.grassroots.0:0x1 END.grassroots.1:700x1 END.grassroots.2:700x1 ~yellow
			""";

	@ParameterizedTest
	@ValueSource(
			strings = { "efficacy-coefficient", "telephone-survey", "leaders-order", "thousand-points", "two-rounds" })
	void canBeFrozen(String method) {
		assertThat(Checks.faults(rules(method))).isEmpty();
		assertThat(SchemeFile.read(SchemeFile.write(rules(method)))).isEqualTo(rules(method));
	}

	@Test
	void efficacyCoefficientsRunFromTheWorstToTheBestOfTheGroup() {
		holds("efficacy-coefficient", EFFICACY);
	}

	@Test
	void telephoneSurveysTakeOffByWholePercentagePoints() {
		Outcome outcome = holds("telephone-survey", TELEPHONE);
		assertThat(outcome.scorecards())
			.extracting((card) -> card.unit() + " " + card.total().parts().getFirst().state())
			.containsExactly("B PROVISIONAL", "A COUNTED", "C COUNTED");
	}

	@Test
	void leadersOrderAndPlacesSpreadEvenly() {
		holds("leaders-order", LEADERS);
	}

	@Test
	void aThousandPointsAreMultipliedAndBoundedByThePublic() {
		holds("thousand-points", THOUSAND);
	}

	@Test
	void ofTwoRoundsOnlyTheLastCounts() {
		holds("two-rounds", ROUNDS);
	}

	@Test
	void oneYellowCardIsNotARedOne() {
		holds("two-rounds", ROUNDS.replace(" ~yellow", "").replace("yellow red", "yellow"));
	}

	private static Outcome holds(String method, String table) {
		WorkedTable worked = WorkedTable.read(table);
		Outcome outcome = Scoring.score(rules(method), worked.inputs());
		assertThat(outcome.scorecards().stream().map(OtherMethodsTests::row))
			.containsExactlyElementsOf(worked.expected());
		return outcome;
	}

	private static String row(Scorecard card) {
		String rank = (card.rank() != null) ? card.rank().toString() : "-";
		List<String> further = new ArrayList<>(card.marks());
		further.addAll(card.vetoes());
		return (card.unit() + " " + card.score() + " " + rank + " " + card.grade() + " " + String.join(" ", further))
			.strip();
	}

	private static Rules rules(String method) {
		try {
			return SchemeFile.read(new ClassPathResource("scheme/other/" + method + ".json")
				.getContentAsString(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
