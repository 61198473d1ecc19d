package org.pingyi.rules.cycle.web;

import java.util.List;

import org.pingyi.base.web.TaskSource;
import org.pingyi.base.web.TaskSource.Task;
import org.pingyi.rules.cycle.Cycles;
import org.pingyi.rules.cycle.Phase;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The office's home: where the year stands, and what waits for whoever is signed in. */
@Controller
class DeskController {

	private final Cycles cycles;

	private final List<TaskSource> sources;

	DeskController(Cycles cycles, List<TaskSource> sources) {
		this.cycles = cycles;
		this.sources = sources;
	}

	@GetMapping("/desk")
	String home(Model model) {
		this.cycles.chosen(null).ifPresent((cycle) -> model.addAttribute("cycle", cycle));
		model.addAttribute("phases", Phase.values());
		model.addAttribute("tasks", tasks());
		return "rules/cycle/desk";
	}

	private List<Task> tasks() {
		return this.sources.stream()
			.flatMap((source) -> source.tasks().stream())
			.filter((task) -> task.count() > 0)
			.toList();
	}

}
