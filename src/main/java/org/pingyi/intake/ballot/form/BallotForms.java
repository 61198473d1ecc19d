package org.pingyi.intake.ballot.form;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.CycleOpened;
import org.pingyi.rules.cycle.Phase;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Participant;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Channel;
import org.pingyi.rules.scoring.Door;
import org.pingyi.rules.scoring.Questionnaire;
import org.pingyi.rules.scoring.Rules;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** The forms of a cycle, by its frozen scheme and its participants. */
@Service
public class BallotForms {

	private final Cycles cycles;

	private final Schemes schemes;

	/** Forms of years that have opened: neither scheme nor units change any more. */
	private final Map<Key, BallotForm> opened = new ConcurrentHashMap<>();

	private final Map<DoorKey, List<BallotForm>> openedDoors = new ConcurrentHashMap<>();

	private record Key(long cycle, String channel) {
	}

	private record DoorKey(long cycle, Door door) {
	}

	BallotForms(Cycles cycles, Schemes schemes) {
		this.cycles = cycles;
		this.schemes = schemes;
	}

	/**
	 * The form of a channel.
	 * @throws org.pingyi.base.web.Refusal 404 when the scheme has no such channel
	 */
	public BallotForm of(long cycle, String channel) {
		BallotForm known = this.opened.get(new Key(cycle, channel));
		if (known != null) {
			return known;
		}
		Cycle asked = this.cycles.byId(cycle);
		BallotForm form = of(asked, channel);
		if (asked.phase().reached(Phase.OPENED)) {
			this.opened.put(new Key(cycle, channel), form);
		}
		return form;
	}

	/** Numbers start anew in an emptied database, and may then name another year. */
	@EventListener
	void onOpened(CycleOpened cycle) {
		this.opened.clear();
		this.openedDoors.clear();
	}

	/** The forms of every channel behind a door, in the scheme's order. */
	public List<BallotForm> of(long cycle, Door door) {
		List<BallotForm> known = this.openedDoors.get(new DoorKey(cycle, door));
		if (known != null) {
			return known;
		}
		Cycle asked = this.cycles.byId(cycle);
		List<BallotForm> forms = read(asked, door);
		if (asked.phase().reached(Phase.OPENED)) {
			this.openedDoors.put(new DoorKey(cycle, door), forms);
		}
		return forms;
	}

	private List<BallotForm> read(Cycle cycle, Door door) {
		Rules rules = this.schemes.rules(cycle.schemeVersion());
		List<Participant> participants = this.cycles.participants(cycle.id());
		return rules.channels()
			.stream()
			.filter((channel) -> channel.door() == door)
			.map((channel) -> form(rules, channel, participants))
			.toList();
	}

	BallotForm of(Cycle cycle, String code) {
		Rules rules = this.schemes.rules(cycle.schemeVersion());
		Channel channel = rules.channel(code).orElseThrow(() -> Refusal.notFound("ballot.noChannel", code));
		return form(rules, channel, this.cycles.participants(cycle.id()));
	}

	private static BallotForm form(Rules rules, Channel channel, List<Participant> participants) {
		Questionnaire questionnaire = rules.questionnaire(channel);
		List<Participant> units = participants.stream().filter((unit) -> channel.appliesTo(unit.traits())).toList();
		return new BallotForm(channel, questionnaire, rules.scale(questionnaire), units);
	}

}
