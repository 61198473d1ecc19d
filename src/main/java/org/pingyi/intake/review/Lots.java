package org.pingyi.intake.review;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.pingyi.base.audit.Actor;
import org.pingyi.base.audit.Audit;
import org.pingyi.base.web.Refusal;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.scheme.Schemes;
import org.pingyi.rules.scoring.Channel;

import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Draws by lot where a list names more people than the scheme asks (随机抽取). The seed is in
 * the trail before anybody is invited, so each draw is known and can be repeated.
 */
@Service
@Transactional
@PreAuthorize("hasRole('OFFICE')")
public class Lots {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final int SEED_BYTES = 32;

	private final InvitationRepository stored;

	private final LotRepository lots;

	private final Cycles cycles;

	private final Schemes schemes;

	private final Audit audit;

	private final Clock clock;

	Lots(InvitationRepository stored, LotRepository lots, Cycles cycles, Schemes schemes, Audit audit, Clock clock) {
		this.stored = stored;
		this.lots = lots;
		this.cycles = cycles;
		this.schemes = schemes;
		this.audit = audit;
		this.clock = clock;
	}

	/** How many people the scheme asks for, by channel and class, beside this list. */
	@Transactional(readOnly = true)
	public List<InvitationQuota> quotas(long cycle, List<NewInvitation> people) {
		return this.schemes.rules(this.cycles.byId(cycle).schemeVersion())
			.channels()
			.stream()
			.flatMap((channel) -> channel.asked().stream().map((asked) -> quota(cycle, channel, asked, people)))
			.toList();
	}

	/** Draws with a new seed, which is recorded with what it was drawn for. */
	public Draw draw(long cycle, List<NewInvitation> people) {
		byte[] random = new byte[SEED_BYTES];
		RANDOM.nextBytes(random);
		String seed = HexFormat.of().formatHex(random);
		String digest = lot(cycle, people).digest();
		this.lots.saveAndFlush(new LotEntity(seed, cycle, digest, Actor.current().name(), this.clock.instant()));
		this.audit.record("review.drawn", "cycle:" + this.cycles.byId(cycle).code(),
				"seed:" + seed + " list:" + digest);
		return repeat(cycle, people, seed);
	}

	/**
	 * Draws again with a known seed.
	 * @throws Refusal 422 {@code review.badSeed}
	 */
	@Transactional(readOnly = true)
	public Draw repeat(long cycle, List<NewInvitation> people, String seed) {
		String known = seed.strip().toLowerCase(Locale.ROOT);
		if (!known.matches("[0-9a-f]{64}")) {
			throw Refusal.invalid("review.badSeed");
		}
		Lot lot = lot(cycle, people);
		List<NewInvitation> drawn = lot.drawn(known);
		Set<NewInvitation> chosen = new HashSet<>(drawn);
		return new Draw(known, lot.digest(), drawn,
				people.stream().filter((person) -> !chosen.contains(person)).toList(),
				this.lots.existsBySeedAndCycleIdAndListDigest(known, cycle, lot.digest()));
	}

	/**
	 * Those drawn with a recorded seed.
	 * @throws Refusal 409 {@code review.lotUnknown} when nothing was drawn with it from
	 * this list, 422 {@code review.badSeed}
	 */
	@Transactional(readOnly = true)
	public List<NewInvitation> drawn(long cycle, List<NewInvitation> people, String seed) {
		Draw draw = repeat(cycle, people, seed);
		if (!draw.recorded()) {
			throw Refusal.conflict("review.lotUnknown");
		}
		return draw.drawn();
	}

	private Lot lot(long cycle, List<NewInvitation> people) {
		return new Lot(quotas(cycle, people), people);
	}

	private InvitationQuota quota(long cycle, Channel channel, Channel.Asked asked, List<NewInvitation> people) {
		String raterClass = asked.raterClass();
		long named = people.stream()
			.filter((person) -> person.channel().equals(channel.code()) && person.raterClass().equals(raterClass))
			.count();
		return new InvitationQuota(channel.code(), raterClass, asked.count(),
				this.stored.countByCycleIdAndChannelAndRaterClassAndRevokedFalse(cycle, channel.code(), raterClass),
				named);
	}

}
