/** The editor of drafts: a document shown as forms, changed part by part. */
@NullMarked
package org.pingyi.rules.scheme.draft;

import org.jspecify.annotations.NullMarked;
