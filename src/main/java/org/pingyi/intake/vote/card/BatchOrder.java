package org.pingyi.intake.vote.card;

import java.util.List;

/**
 * Codes to be made by a job.
 *
 * @param cycle number of the year
 * @param language of the words on the cards
 */
record BatchOrder(long cycle, NewBatch batch, String language) {

	static BatchOrder of(List<String> parameters) {
		return new BatchOrder(Long.parseLong(parameters.get(0)), new NewBatch(parameters.get(1), parameters.get(2),
				parameters.get(3), Integer.parseInt(parameters.get(4))), parameters.get(5));
	}

	List<String> parameters() {
		return List.of(String.valueOf(this.cycle), this.batch.name(), this.batch.audience(), this.batch.raterClass(),
				String.valueOf(this.batch.count()), this.language);
	}

}
