package org.pingyi.intake.review;

import org.springframework.data.repository.Repository;

/** The draws by lot; only appended. */
interface LotRepository extends Repository<LotEntity, String> {

	LotEntity saveAndFlush(LotEntity lot);

	boolean existsBySeedAndCycleIdAndListDigest(String seed, long cycle, String listDigest);

}
