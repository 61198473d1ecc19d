package rival;

import java.util.List;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;

import jakarta.persistence.EntityManager;
import jakarta.validation.Valid;

/**
 * A page with a session and a CSRF token that lists the units and the items, and a form
 * that is validated and stored through JPA: what the ballot page and its intake do.
 */
@Controller
class ConventionalController {

	private static final List<String> ITEMS = List.of("o01", "o02", "o03", "o04", "o05");

	private static final List<String> LEVELS = List.of("很满意", "满意", "基本满意", "不满意", "很不满意");

	private final RivalUnits units;

	private final EntityManager entities;

	private final TransactionTemplate transaction;

	ConventionalController(RivalUnits units, EntityManager entities, TransactionTemplate transaction) {
		this.units = units;
		this.entities = entities;
		this.transaction = transaction;
	}

	@GetMapping("/conventional")
	String page(Model model) {
		model.addAttribute("units", this.units.findAllByOrderByCode());
		model.addAttribute("items", ITEMS);
		model.addAttribute("levels", LEVELS);
		return "rival/form";
	}

	@PostMapping("/conventional")
	String take(@Valid RivalForm form, Model model) {
		RivalBallot ballot = new RivalBallot(UUID.randomUUID(), form.unit(), form.answers());
		this.transaction.executeWithoutResult((status) -> {
			if (!this.units.existsById(form.unit())) {
				throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
			}
			this.entities.persist(new RivalVoter(UUID.randomUUID()));
			this.entities.persist(ballot);
		});
		model.addAttribute("receipt", ballot.id());
		return "rival/receipt";
	}

}
