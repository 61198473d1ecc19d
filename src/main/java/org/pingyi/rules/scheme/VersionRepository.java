package org.pingyi.rules.scheme;

import java.util.List;
import java.util.Optional;

import org.springframework.data.repository.Repository;

/** The frozen versions. */
interface VersionRepository extends Repository<VersionEntity, Long> {

	VersionEntity save(VersionEntity version);

	Optional<VersionEntity> findById(long id);

	List<VersionEntity> findAllByOrderByIdDesc();

	Optional<VersionEntity> findFirstBySchemeIdOrderByNumberDesc(long scheme);

}
