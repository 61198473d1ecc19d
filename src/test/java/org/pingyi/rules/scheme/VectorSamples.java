package org.pingyi.rules.scheme;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import org.pingyi.rules.scheme.format.BuiltIn;
import org.pingyi.rules.scheme.format.SchemeFile;
import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.Inputs;
import org.pingyi.rules.scoring.Level;
import org.pingyi.rules.scoring.Node;
import org.pingyi.rules.scoring.Outcome;
import org.pingyi.rules.scoring.Poll;
import org.pingyi.rules.scoring.Rules;
import org.pingyi.rules.scoring.Scale;
import org.pingyi.rules.scoring.Scorecard;
import org.pingyi.rules.scoring.Scoring;
import org.pingyi.rules.scoring.Source;

/**
 * What a published vector says was counted, in the words of the method's own file. Each
 * statement names a node or a channel: {@code clients 91.2; check 95} are marks or
 * figures, {@code ticks 18/2 + 1/1/0/8} answers at the levels of each item,
 * {@code LEADERS 1/3/7/5} places, {@code extra 2 extra} events, and
 * {@code issued SERVICE 100} forms handed out.
 */
public final class VectorSamples {

	/** As many ballots as it takes for a mean with four decimals out of tenths. */
	private static final int BALLOTS = 1000;

	private final Rules rules;

	private final List<Inputs.Subject> subjects = new ArrayList<>();

	private final List<Inputs.Tally> tallies = new ArrayList<>();

	private final List<Inputs.Issued> issued = new ArrayList<>();

	private final List<Inputs.Event> events = new ArrayList<>();

	private final List<Inputs.Figure> figures = new ArrayList<>();

	private final List<Inputs.Memory> memories = new ArrayList<>();

	private String unit = "";

	private VectorSamples(Rules rules) {
		this.rules = rules;
	}

	public static VectorSamples of(String method) {
		return under(rules(method));
	}

	public static VectorSamples under(Rules rules) {
		return new VectorSamples(rules);
	}

	/** The rules of a shipped file, with the method known by its number: {@code M10b}. */
	public static Rules rules(String method) {
		return SchemeFile.read(document(method));
	}

	public static String document(String method) {
		String code = BuiltIn.codes()
			.stream()
			.filter((each) -> each.equals(method) || each.startsWith(method.toLowerCase() + "-"))
			.findFirst()
			.orElseThrow();
		return BuiltIn.document(code).orElseThrow();
	}

	/** A unit of the only group, and what was counted for it. */
	VectorSamples unit(String code, String counted) {
		return unit(code, "g", counted);
	}

	VectorSamples unit(String code, String group, String counted) {
		this.unit = code;
		this.subjects.add(new Inputs.Subject(code, group, Set.of()));
		Arrays.stream(counted.split(";")).map(String::strip).map((said) -> said.split(" ", 2)).forEach(this::count);
		return this;
	}

	/** A grade or mark that the unit named last had last year. */
	VectorSamples lastYear(String code) {
		this.memories.add(new Inputs.Memory(this.unit, code, 1));
		return this;
	}

	Outcome outcome() {
		return Scoring.score(this.rules,
				new Inputs(this.subjects, this.tallies, this.issued, this.events, this.figures, this.memories));
	}

	/** The scorecard of the only unit. */
	Scorecard card() {
		return this.outcome().scorecards().getFirst();
	}

	private void count(String[] said) {
		if (said[0].equals("issued")) {
			String[] forms = said[1].split(" ");
			Channel channel = this.rules.channel(forms[0]).orElseThrow();
			this.issued.add(new Inputs.Issued(this.unit, channel.code(), channel.raterClasses().getFirst(),
					Long.parseLong(forms[1])));
			return;
		}
		Optional<Channel> channel = this.rules.channel(said[0]);
		if (channel.isPresent()) {
			answers(channel.get(), channel.get().raterClasses().getFirst(), said[1]);
			return;
		}
		switch (node(said[0])) {
			case Source.Figure figure ->
				this.figures.add(new Inputs.Figure(this.unit, figure.key(), new BigDecimal(said[1])));
			case Source.Ledger ledger -> events(said[1]);
			case Source.EventCount events -> events(said[1]);
			case Poll poll -> {
				Channel asked = this.rules.channel(poll.sample().channel()).orElseThrow();
				List<String> classes = poll.sample().raterClasses();
				answers(asked, (classes.isEmpty() ? asked.raterClasses() : classes).getFirst(), said[1]);
			}
			default -> throw new IllegalArgumentException(said[0]);
		}
	}

	private Node node(String code) {
		return this.rules.nodes()
			.filter((node) -> node.head().code().equals(code))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(code));
	}

	/** Events by {@code +}, each on a document of its own; those by comma share one. */
	private void events(String said) {
		for (String document : said.split("\\+")) {
			String reference = "文件" + this.events.size();
			for (String event : document.split(",")) {
				String[] words = event.strip().split(" ");
				boolean counted = Character.isDigit(words[0].charAt(0));
				int many = counted ? Integer.parseInt(words[0]) : 1;
				String[] rest = counted ? Arrays.copyOfRange(words, 1, words.length) : words;
				IntStream.range(0, many).forEach((each) -> event(counted ? reference + "-" + each : reference, rest));
			}
		}
	}

	/** A rule with its quantity, its cause and its handling: {@code signed:7}. */
	private void event(String reference, String[] words) {
		String[] rule = words[0].split(":");
		this.events.add(new Inputs.Event(this.unit, reference, rule[0], (words.length > 1) ? words[1] : "",
				(words.length > 2) ? words[2] : "", (rule.length > 1) ? Long.parseLong(rule[1]) : 0));
	}

	private void answers(Channel channel, String raters, String said) {
		Scale scale = this.rules.scale(this.rules.questionnaire(channel));
		String[] items = said.split("\\+");
		boolean marks = !scale.hasLevels() && !scale.hasPlaces();
		int last = (marks && items.length == 1) ? this.rules.questionnaire(channel).items().size() : items.length;
		long valid = 0;
		for (int item = 1; item <= last; item++) {
			String answers = items[(items.length == 1) ? 0 : item - 1].strip();
			valid = Math.max(valid, marks ? mark(channel, raters, item, new BigDecimal(answers))
					: counts(channel, raters, item, scale, answers.split("/")));
		}
		tally(channel, raters, 0, 0, valid);
	}

	private long mark(Channel channel, String raters, int item, BigDecimal mean) {
		int tenths = mean.movePointRight(1).intValue();
		int above = mean.movePointRight(1).subtract(BigDecimal.valueOf(tenths)).movePointRight(3).intValueExact();
		tally(channel, raters, item, tenths, BALLOTS - above);
		tally(channel, raters, item, tenths + 1, above);
		return BALLOTS;
	}

	private long counts(Channel channel, String raters, int item, Scale scale, String[] said) {
		List<Level> levels = scale.levels();
		for (int i = 0; i < said.length; i++) {
			tally(channel, raters, item, scale.hasPlaces() ? Integer.parseInt(said[i]) : levels.get(i).code(),
					scale.hasPlaces() ? 1 : Long.parseLong(said[i]));
		}
		return scale.hasPlaces() ? said.length : Arrays.stream(said).mapToLong(Long::parseLong).sum();
	}

	private void tally(Channel channel, String raters, int item, int code, long count) {
		if (count > 0) {
			this.tallies.add(new Inputs.Tally(this.unit, channel.code(), raters, 0, item, code, count));
		}
	}

}
