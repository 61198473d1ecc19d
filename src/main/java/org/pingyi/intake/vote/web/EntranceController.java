package org.pingyi.intake.vote.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.pingyi.base.message.PhoneNumber;
import org.pingyi.base.web.Refusal;
import org.pingyi.base.web.RefusalMessages;
import org.pingyi.base.web.limit.TooManyRequests;
import org.pingyi.intake.vote.Entrance;
import org.pingyi.intake.vote.ProofOfWork;
import org.pingyi.intake.vote.Visitor;
import org.pingyi.intake.vote.VotePass;
import org.pingyi.intake.vote.VotePasses;
import org.pingyi.intake.vote.phone.CodeOrder;
import org.pingyi.intake.vote.phone.PhoneCodes;
import org.pingyi.rules.cycle.Cycle;
import org.pingyi.rules.cycle.Cycles;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The way in for the script of the page: the same acts as the forms, told in JSON. */
@RestController
@RequestMapping(path = "/vote", produces = MediaType.APPLICATION_JSON_VALUE)
class EntranceController {

	private final Cycles cycles;

	private final Entrance entrance;

	private final ProofOfWork work;

	private final VotePasses passes;

	private final Visitors visitors;

	private final RefusalMessages messages;

	EntranceController(Cycles cycles, Entrance entrance, ProofOfWork work, VotePasses passes, Visitors visitors,
			RefusalMessages messages) {
		this.cycles = cycles;
		this.entrance = entrance;
		this.work = work;
		this.passes = passes;
		this.visitors = visitors;
		this.messages = messages;
	}

	@GetMapping("/challenge")
	ResponseEntity<ProofOfWork.Challenge> challenge(HttpServletRequest request) {
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(this.work.challenge(this.visitors.of(request).address()));
	}

	@PostMapping("/codes")
	@ResponseStatus(HttpStatus.ACCEPTED)
	Ordered order(@RequestParam(defaultValue = "") String phone, @RequestParam(defaultValue = "") String order,
			@RequestParam(defaultValue = "") String work, HttpServletRequest request) {
		open();
		CodeOrder placed = this.entrance.order(number(phone), order, work, this.visitors.of(request));
		return new Ordered(PhoneCodes.BETWEEN.toSeconds(), placed.token());
	}

	@PostMapping("/passes")
	Obtained enter(@RequestParam(defaultValue = "") String phone, @RequestParam(defaultValue = "") String order,
			@RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String ticket,
			@RequestParam(defaultValue = "") String device, HttpServletRequest request) {
		long cycle = open().id();
		Visitor visitor = this.visitors.of(request, device);
		VotePass pass = ticket.isBlank() ? this.entrance.byPhone(number(phone), order, code, visitor, cycle)
				: this.entrance.byPrintedCode(ticket, visitor, cycle);
		return new Obtained(this.passes.sign(pass));
	}

	@ExceptionHandler
	ResponseEntity<Refused> refused(Refusal refusal) {
		Long seconds = (refusal instanceof TooManyRequests tooMany) ? tooMany.seconds() : null;
		return ResponseEntity.status(refusal.status())
			.headers(refusal.headers())
			.body(new Refused(this.messages.of(refusal), seconds));
	}

	private Cycle open() {
		return this.cycles.current().orElseThrow(() -> Refusal.conflict("vote.notOpen"));
	}

	private static PhoneNumber number(String typed) {
		return PhoneNumber.read(typed).orElseThrow(() -> Refusal.invalid("vote.phone.invalid"));
	}

	/**
	 * A code is on its way.
	 *
	 * @param seconds before another can be asked for
	 * @param order goes with the code, and with the next order of the page
	 */
	record Ordered(@JsonProperty("wait") long seconds, String order) {
	}

	/** A pass; it goes into the field {@code pass} of what is sent later. */
	record Obtained(String pass) {
	}

	/**
	 * Something was refused.
	 *
	 * @param message what and what to do, in the reader's language
	 * @param seconds where waiting helps
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Refused(String message, @JsonProperty("wait") @Nullable Long seconds) {
	}

}
