package org.pingyi.intake.ballot.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletResponse;

import org.pingyi.base.web.Download;
import org.pingyi.base.web.OutgoingFile;
import org.pingyi.base.web.kept.Spool;
import org.pingyi.intake.ballot.Ballots;
import org.pingyi.intake.ballot.tally.SignalCount;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.cycle.Phase;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.Signal;

import org.springframework.data.domain.Page;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Shows the office how many ballots carry signals, and after the close what the scheme
 * does with them; never what they say.
 */
@Controller
class SignalsController {

	private final Cycles cycles;

	private final Schemes schemes;

	private final Ballots ballots;

	private final Spool spool;

	SignalsController(Cycles cycles, Schemes schemes, Ballots ballots, Spool spool) {
		this.spool = spool;
		this.cycles = cycles;
		this.schemes = schemes;
		this.ballots = ballots;
	}

	@GetMapping("/desk/cycles/{code}/signals")
	String show(@PathVariable String code, Pageable pageable, Model model) {
		Cycle cycle = this.cycles.byCode(code);
		model.addAttribute("cycle", cycle);
		model.addAttribute("waiting", this.ballots.waiting(cycle.id()));
		model.addAttribute("closed", cycle.phase().reached(Phase.CLOSED));
		model.addAttribute("deciding", cycle.phase() != Phase.PUBLISHED);
		model.addAttribute("signals", Signal.values());
		List<Participant> units = this.cycles.participants(cycle.id());
		Page<Participant> page = ParticipantPages.page(units, pageable.getPageNumber());
		List<SignalCount> counts = this.ballots.signals(cycle.id());
		model.addAttribute("page", page);
		model.addAttribute("tables",
				channels(cycle).stream()
					.filter((channel) -> hasSignals(channel, counts))
					.map((channel) -> SignalTable.of(channel, units, page.getContent(), counts))
					.toList());
		return "intake/ballot/signals";
	}

	@GetMapping("/desk/cycles/{code}/signals.csv")
	void download(@PathVariable String code, HttpServletResponse response) throws java.io.IOException {
		Cycle cycle = this.cycles.byCode(code);
		List<String> columns = Stream
			.concat(Stream.of("channel", "unit", "group", "ballots"), Stream.of(Signal.values()).map(Signal::name))
			.toList();
		OutgoingFile file = OutgoingFile.table("pingyi-" + code + "-signals.csv", columns,
				(row) -> tables(cycle).forEach((table) -> table.groups()
					.forEach((group) -> group.rows().forEach((unit) -> row.accept(cells(table, unit))))));
		this.spool.send(file, Download.CSV, response);
	}

	private static List<Object> cells(SignalTable table, SignalTable.Row row) {
		List<Object> cells = new ArrayList<>(
				List.of(table.channel().code(), row.unit().code(), row.unit().group(), row.all()));
		row.cells().forEach((cell) -> cells.add(cell.few() ? "<" + SignalTable.FEWEST : cell.count()));
		return cells;
	}

	private List<SignalTable> tables(Cycle cycle) {
		List<Participant> units = this.cycles.participants(cycle.id());
		List<SignalCount> counts = this.ballots.signals(cycle.id());
		return channels(cycle).stream().map((channel) -> SignalTable.of(channel, units, units, counts)).toList();
	}

	private List<Channel> channels(Cycle cycle) {
		return this.schemes.rules(cycle.schemeVersion()).channels();
	}

	private static boolean hasSignals(Channel channel, List<SignalCount> counts) {
		return counts.stream().anyMatch((count) -> count.signals() != 0 && count.channel().equals(channel.code()));
	}

}
