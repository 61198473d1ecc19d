package rival;

import java.util.UUID;

import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import jakarta.persistence.EntityManager;

/** A page with a session and a CSRF token, and a form that is stored through JPA. */
@Controller
class ConventionalController {

	private final EntityManager entities;

	private final TransactionTemplate transaction;

	ConventionalController(EntityManager entities, TransactionTemplate transaction) {
		this.entities = entities;
		this.transaction = transaction;
	}

	@GetMapping("/conventional")
	String page(Model model) {
		model.addAttribute("items", java.util.List.of("o01", "o02", "o03", "o04", "o05"));
		return "rival/form";
	}

	@PostMapping("/conventional")
	String take(@RequestParam String unit, @RequestParam long answers, Model model) {
		RivalBallot ballot = new RivalBallot(UUID.randomUUID(), unit, answers);
		this.transaction.executeWithoutResult((status) -> {
			this.entities.persist(new RivalVoter(UUID.randomUUID()));
			this.entities.persist(ballot);
		});
		model.addAttribute("receipt", ballot.id());
		return "rival/receipt";
	}

}
