// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/world/dice.h"

namespace crema::simulation {

/// What a seed draws before anything happens: how large the world is and how much goes wrong in it. Most worlds are
/// small, a few are large; in each only some kinds of faults happen at all, so that they meet in every combination.
struct Plan {
    int locations = 1;
    int registers = 1;
    int actions = 10;        ///< of people, over all registers
    std::int64_t busyMs = 0; ///< how long people act and faults happen
    // Of 1,000 exchanges:
    int lost = 0;      ///< the question does not arrive
    int lostAfter = 0; ///< the answer does not arrive
    int doubled = 0;   ///< the question arrives a second time, later
    int delayed = 0;   ///< it takes up to 5 s
    int cut = 0;       ///< the answer is cut off
    int portal = 0;    ///< a captive portal answers instead
    int storm = 0;     ///< 401, 403, 408, 413, 429, 500 or 503 instead
    int replayed = 0;  ///< an old answer to this device comes again
    // Of 1,000 commits of the platform:
    int serialization = 0;
    int lostBefore = 0;      ///< the connection to the database breaks before the commit
    int lostAfterCommit = 0; ///< and after it
    int interleave = 0;      ///< of 1,000 steps of a transaction: something else happens meanwhile
    // Of 1,000 actions, beside what the person does:
    int kill = 0;
    int powerCut = 0;
    int clockStep = 0;
    int fullDisk = 0;
    int failedSync = 0;
    int longTransaction = 0;
    int partition = 0;
    int platformRestart = 0;
    int sameEdit = 0;        ///< every till edits the same price and name before it hears of the others
    int personMoves = 0;     ///< somebody works in another shop from now on, and leaves the old one
    int roleChange = 0;      ///< whoever works at the tills may do less from now on, or more
    int absence = 0;         ///< what was deleted until now is so long ago that nobody is told of it any more
    int freshStart = 0;      ///< of 1,000 registers: it was only just enrolled
    int platformRestore = 0; ///< from a backup that was made earlier
    int clone = 0;           ///< the store of a till is copied to another machine, and both go on
    int staleBackup = 0;     ///< an older copy is put in its place
    int massDelete = 0;      ///< a job on the platform goes wrong and says that the catalog is gone, until it is mended
    bool waitsLong = false;  ///< the world is looked at only after some minutes of idling, instead of when it rests
    int rot = 0;             ///< a row of what came from the platform is another one or gone when the till is started
    int failedRead = 0;
    int secondProgram = 0; ///< somebody starts the program again beside itself
    int shutOut = 0;       ///< a device is revoked, until it is let in again
    int letIn = 0;
    int import = 0;   ///< more articles at once than one batch takes
    int handOver = 0; ///< what a till has not sent is brought in on another one
    int people = 0;   ///< somebody is added or changed at the till
    int settings = 0; ///< somebody changes how the shop works
    int moves = 0;    ///< a device is to go to another place or register
    int erasures = 0; ///< somebody notes, corrects or forgets a customer or a colleague
    int returns = 0;  ///< something comes back, also at another till than the one that sold it
    int gifts = 0;    ///< somebody sells, loads, spends or adjusts a gift card
    int cash = 0;     ///< cash is moved other than by a sale
    int carts = 0;    ///< a sale is left for later, or gone on with
    /// Promotions and price lists are made, changed and sold by.
    int promotions = 0;
    int bundles = 0;   ///< somebody puts a bundle together or sells one
    int points = 0;    ///< somebody sells to a customer, takes their points or adjusts them
    int merges = 0;    ///< somebody makes one of two customers, or two again
    int online = 0;    ///< somebody asks for an online payment, uses it, gives it up or back
    int unheardOf = 0; ///< of 1,000 questions to the payment provider, and of as many answers: it does not arrive
    // For the whole world:
    bool roles = false;        ///< the company also makes roles of its own, where people are changed
    bool twoPlatforms = false; ///< two processes over one database, as in a rolling deploy
    bool smallPages = false;   ///< tills ask for a few rows, and send a few operations, at a time
    std::int64_t behindMs = 0; ///< how long a step that nobody waits for may wait on a till
    std::int64_t awayMs = 0;   ///< half-way everybody is away for so long
    /// What answers to reports of health, for good.
    enum class Unheard {
        No,
        Unknown, ///< 404: an older platform
        Broken,  ///< 503
        Portal,  ///< a page with 200
        Silent,  ///< nothing
    };
    Unheard unheard = Unheard::No;

    [[nodiscard]] static Plan draw(Dice &dice);
};

} // namespace crema::simulation
