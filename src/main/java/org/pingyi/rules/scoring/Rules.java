package org.pingyi.rules.scoring;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The frozen content of a scheme: who is asked what, how it is counted, and what follows.
 *
 * @param title what the method is called
 * @param source the document it rests on
 * @param notes what was chosen where the source is silent
 * @param scales answer scales
 * @param questionnaires forms
 * @param raterClasses kinds of raters
 * @param channels ways of asking
 * @param adjustments bonuses, deductions, vetoes
 * @param trees one tree per set of groups
 * @param ranking ties, places, and the grades as an ordered list
 */
public record Rules(Text title, String source, List<Text> notes, List<Scale> scales, List<Questionnaire> questionnaires,
		List<RaterClass> raterClasses, List<Channel> channels, AdjustmentRules adjustments, List<Tree> trees,
		Ranking ranking) {

	public Optional<Channel> channel(String code) {
		return this.channels.stream().filter((channel) -> channel.code().equals(code)).findFirst();
	}

	/** The form of a channel. */
	public Questionnaire questionnaire(Channel channel) {
		return this.questionnaires.stream()
			.filter((form) -> form.code().equals(channel.questionnaire()))
			.findFirst()
			.orElseThrow();
	}

	/** The scale that a form is answered on. */
	public Scale scale(Questionnaire form) {
		return this.scales.stream().filter((scale) -> scale.code().equals(form.scale())).findFirst().orElseThrow();
	}

	/**
	 * The tree that scores a unit: the first that names its group, or that stands for the
	 * rest where none does, and asks for no trait that the unit lacks; empty when there
	 * is none.
	 */
	public Optional<Tree> tree(String group, Set<String> traits) {
		boolean named = this.trees.stream().anyMatch((tree) -> tree.groups().contains(group));
		String key = named ? group : Tree.REST;
		return this.trees.stream()
			.filter((tree) -> tree.groups().contains(key) && traits.containsAll(tree.traits()))
			.findFirst();
	}

	/** Every node of every tree, in order. */
	public Stream<Node> nodes() {
		return this.trees.stream().flatMap((tree) -> tree.root().all());
	}

	/** Whether some ballots do not count as one each. */
	public boolean treats() {
		return this.channels.stream().anyMatch(Channel::treats);
	}

	/** The same rules where every ballot counts alike, whatever its signals. */
	public Rules countingAll() {
		return new Rules(this.title, this.source, this.notes, this.scales, this.questionnaires, this.raterClasses,
				this.channels.stream().map(Channel::countingAll).toList(), this.adjustments, this.trees, this.ranking);
	}

	/** The name of a rater class; its code where the rules name none. */
	public Text raterClassName(String code) {
		return this.raterClasses.stream()
			.filter((raters) -> raters.code().equals(code))
			.findFirst()
			.map(RaterClass::name)
			.orElse(new Text(code, null));
	}

}
