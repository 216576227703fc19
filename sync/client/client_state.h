// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/result.h"
#include "models/base/utc_time.h"
#include "models/people/company.h"
#include "models/people/person.h"
#include "models/selling/location.h"
#include "models/selling/register.h"
#include "models/selling/shift.h"
#include "models/settings/shop_settings.h"
#include "sync/client/deletion_question.h"

#include <QStringList>
#include <QUrl>

#include <optional>

namespace crema::sync {

/// How the platform was found at the last attempt.
enum class Link {
    NeverTried,
    Online,
    Offline,     ///< no answer, or an answer that asks to wait: a normal state, tried again by itself
    NeedsSignIn, ///< the platform answers but does not accept this device any more; nothing is lost
    Stopped,     ///< an answer that cannot be from the platform (a captive portal); a person should look
};

/// "online", "needs_sign_in"; stable, for files and scripts.
[[nodiscard]] QString linkText(Link link);
[[nodiscard]] std::optional<Link> linkFromText(QStringView text);

/// Counts over the operations that the platform has not made visible yet.
struct QueueCounts {
    std::int64_t queued = 0;         ///< never sent
    std::int64_t sent = 0;           ///< sent, answer unknown
    std::int64_t receipted = 0;      ///< acknowledged, not yet seen in the feed
    std::int64_t needsAttention = 0; ///< a person has to decide
    std::int64_t exported = 0;       ///< of the unsent: also in a file that another register can import

    [[nodiscard]] std::int64_t unsent() const { return queued + sent; }
    /// What would be lost with this store (sync.md rule 30).
    [[nodiscard]] std::int64_t onlyHere() const { return unsent() - exported; }

    friend bool operator==(const QueueCounts &, const QueueCounts &) = default;
};

/// The platform's state is being read, for the first time or anew.
struct LoadProgress {
    bool first = false;   ///< nothing was here before
    bool maySell = false; ///< all that selling needs is here
    int percent = 0;      ///< of the rows, 0 to 99
    QString entityType;   ///< what is read (models/feed/entity_types.h); empty: rows that came are compared

    friend bool operator==(const LoadProgress &, const LoadProgress &) = default;
};

/// How this store compares with the platform, by count and hash of each entity type (sync.md rule 14).
struct StoreComparison {
    /// So often in a row a difference is mended by reading its types anew; then once a day.
    static constexpr int mostTries = 3;

    std::optional<UtcTime> at;       ///< when they were last compared; nothing: never
    QStringList different;           ///< entity types that were, and were not seen alike since
    bool isOpen = false;             ///< they are read anew, and compared when that is done
    int tries = 0;                   ///< how often that was begun for them
    QStringList mended;              ///< the types that were different the last time this was mended
    std::optional<UtcTime> mendedAt; ///< when they were seen alike again

    /// Reading anew did not help.
    [[nodiscard]] bool isStuck() const { return !isOpen && !different.isEmpty(); }

    friend bool operator==(const StoreComparison &, const StoreComparison &) = default;
};

/// What every screen's frame and every verb asks first. A value: taken as a whole, never half old.
struct ClientState {
    bool open = false;
    bool readOnly = false; ///< a reading program, or a store newer than this program
    QString storePath;
    DeviceId device; ///< made with the store
    bool enrolled = false;
    QUrl platform;   ///< empty before enrolment
    Company company; ///< before enrolment only the currency is set: from `config set` or the locale
    std::optional<Location> location;
    std::optional<Register> registerInfo;
    std::optional<Person> person; ///< who is signed in; nothing: nobody, or the owner before enrolment
    SettingValues settings;       ///< those in force here; live by the feed, offline the last that are known
    std::optional<Shift> openShift;
    bool training = false; ///< whoever is here practises in this program: nothing that they do is recorded (ADR 058)
    QueueCounts queue;
    Link link = Link::NeverTried; ///< by whichever program of this store tried last
    std::optional<Problem> linkProblem;
    std::optional<UtcTime> lastSyncAt; ///< when everything was last sent and fetched
    std::optional<LoadProgress> load;  ///< nothing: the platform's changes come one by one
    StoreComparison comparison;
    std::int64_t clockOffsetMs = 0;           ///< platform time − time of this machine, as last measured
    std::optional<DeletionQuestion> deletion; ///< a person has to agree first
    std::optional<Problem> warning;           ///< little room on the disk, a store newer than the program

    [[nodiscard]] Currency currency() const { return location ? location->currency : company.currency; }
    /// Before enrolment the owner may do what needs no enrolment; afterwards the person's rights decide.
    [[nodiscard]] bool may(Permission permission) const { return enrolled ? person && person->may(permission) : true; }

    friend bool operator==(const ClientState &, const ClientState &) = default;
};

} // namespace crema::sync
