// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Settings that the store keeps for itself, beside those of people.
namespace crema::sync::setting {

inline const QString currency = QStringLiteral("currency");
/// Not empty: product search is older than the rows, as a bulk was cut off.
inline const QString staleSearch = QStringLiteral("search.stale");
/// Not empty: a migration came after which pending operations have to be laid over their rows anew.
inline const QString staleRebase = QStringLiteral("rebase.stale");
/// Further addresses of the platform, as readAddresses() takes them.
inline const QString addresses = QStringLiteral("platform.addresses");
/// How the platform was found at the last attempt, as keptLinkToText() writes it.
inline const QString link = QStringLiteral("platform.link");
/// Not empty: a migration came after which the cards of marked operations have to be made.
inline const QString staleAttention = QStringLiteral("attention.stale");
/// "copied" or "restored" until the device has a new epoch (sync.md rule 29).
inline const QString origin = QStringLiteral("store.origin");
/// Its value when operations came back from the operation journal: the next look makes the claim.
inline const QString originUnclaimed = QStringLiteral("unclaimed");
/// The last claim for an epoch, as toJson(EpochClaim) writes it: it is asked again when the platform lost it.
inline const QString epochClaim = QStringLiteral("store.epoch_claim");
/// The number of the first operation that the auditor's journal may hold; nothing: of the very first one.
inline const QString journalFrom = QStringLiteral("auditor.from");
/// Not empty: operations came that the auditor's journal does not hold, or some of it may be lost.
inline const QString staleJournal = QStringLiteral("auditor.stale");
/// The position of the last row of the auditor's journal that the platform countersigned, or gave up.
inline const QString journalDone = QStringLiteral("auditor.done");
/// Not empty: the next document begins a new chain, since the platform knows the present one otherwise.
inline const QString newChain = QStringLiteral("auditor.new_chain");
/// The platform's last answer about all devices, as codec::readDeviceList() takes it.
inline const QString knownDevices = QStringLiteral("devices.known");
/// How the store compared with the platform, see store_comparison.h.
inline const QString comparison = QStringLiteral("store.comparison");
/// When a commit failed last, in milliseconds since 1970.
inline const QString lastFailedCommit = QStringLiteral("store.last_failed_commit");
/// The number of the last operation that is in an export of what was unsent; nothing: there is none that counts.
inline const QString exportedTo = QStringLiteral("unsent.exported_to");

/// Not empty: operations became marks that still stand in the files beside the database (ADR 041).
inline const QString erasesFiles = QStringLiteral("erasure.files");

/// What went within the hour, what a person was asked about it and what they agreed to (deletion_guard.h).
inline const QString deletions = QStringLiteral("deletion.window");
inline const QString askedDeletion = QStringLiteral("deletion.asked");
inline const QString allowedDeletion = QStringLiteral("deletion.allowed");
/// The same of what people take out of use at this device.
inline const QString askedDeletionHere = QStringLiteral("deletion.asked_here");
inline const QString allowedDeletionHere = QStringLiteral("deletion.allowed_here");

} // namespace crema::sync::setting
