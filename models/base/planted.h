// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// `if (CREMA_PLANTED(SomeMistake))` marks a mistake that can be made on purpose, to see whether the simulation finds
/// it (docs/reliability.md). Everywhere but in simulation_plants_test, which compiles the files concerned once more,
/// the condition is the word false: programs hold nothing of it.
#ifdef CREMA_PLANTS

namespace crema::planted {

enum class Mistake {
    None,
    KeepsPagesUnasked,   ///< rule 17: a page is kept without asking what it may hold of what was sent
    LeavesAtItsAnswer,   ///< rule 17: an operation leaves the view with its answer, not with its row
    CursorBeforeRows,    ///< rule 11: the cursor is stored before the rows that it stands for
    SequenceFromTheEnd,  ///< rule 4: the latest operation is sent first
    UnknownIsSaved,      ///< rule 26: a commit of which nobody knows the end counts as done
    PartOfATransaction,  ///< rule 11: a page ends with its limit
    AcceptsWhoIsShutOut, ///< a revoked device pushes as long as its token holds
    CountsTheBanknote,   ///< money: the cash of a shift is what customers handed over
    ForgetsTheTip,       ///< money: a tip in cash does not lie in the drawer
    OpensTheShiftAgain,  ///< transitions: a sale that comes late opens its shift
    NeverTriesAgain,     ///< rule 21: after a failure nothing is tried until somebody comes
    TellsTheToken,       ///< a line of the log holds the access token
    GivesWhatIsNotHeld,  ///< people: a manager may make an administrator of anybody
    MixesRights,         ///< people: a part of an edit of role, places and sign-in is taken, the rest is not
    TakesAnyApproval,    ///< people: whoever is named as the approver counts, without a look at them
    PutsInWhatIsNotHeld, ///< people: a role may be made to give whatever its author wants
    LateWordsStay,       ///< erasure: what comes late about who was erased is kept as it came
    QueueKeepsWords,     ///< erasure: a device keeps what it said itself of who was erased
    ErasesWhoMaySignIn,  ///< erasure: also whoever may still sign in
    MovesWithOpenShift,  ///< a device moves while its register has an open shift
    KeepsTheRowsItHad,   ///< a device that has moved reads nothing anew
    ClaimsAreForgotten,  ///< a claim that is asked for again is a new one
    RedeemsUnbooked,     ///< gift cards: what is paid with one stays on it
    PaysBackTwice,       ///< gift cards: what is paid back to one is booked twice
    PointsStayTaken,     ///< points: what a discount took stays on the account
    SendsWithoutBounds,  ///< rule 5: all that is unsent goes in one batch
    LastTakerHasTheCart, ///< carts: who ends a parked cart last has it, not who ended it first
    UnknownIsFailed,     ///< rule 8: a provider that does not answer took nothing
    StandsBesideAll,     ///< promotions: an exclusive one is given beside the others
};

[[nodiscard]] bool isActive(Mistake mistake);

} // namespace crema::planted

#define CREMA_PLANTED(mistake) (::crema::planted::isActive(::crema::planted::Mistake::mistake))
#else
#define CREMA_PLANTED(mistake) false
#endif
