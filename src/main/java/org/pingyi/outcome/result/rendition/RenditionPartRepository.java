package org.pingyi.outcome.result.rendition;

import java.util.Optional;

import org.springframework.data.repository.Repository;

/** The bytes of renditions. */
interface RenditionPartRepository extends Repository<RenditionPartEntity, RenditionPartEntity.Key> {

	RenditionPartEntity saveAndFlush(RenditionPartEntity part);

	Optional<RenditionPartEntity> findByRenditionAndNumber(long rendition, int number);

}
