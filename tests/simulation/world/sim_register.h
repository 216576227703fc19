// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/client/client.h"
#include "sync/store/vault_disk.h"
#include "tests/simulation/disk/sim_disk.h"
#include "tests/simulation/world/erasure_oracle.h"
#include "tests/simulation/world/journal_watch.h"
#include "tests/simulation/world/oracle.h"
#include "tests/simulation/world/price_oracle.h"
#include "tests/simulation/world/sim_executor.h"
#include "tests/simulation/world/sim_network.h"
#include "tests/simulation/world/template_world.h"
#include "tests/simulation/world/till_watch.h"
#include "tests/testing/seeded_randomness.h"

namespace crema::simulation {

class SimPayments;

/// One till with the person before it: the client of the product on a disk, a clock and a network of its own. What the
/// person does and is told goes to the oracle.
class SimRegister
{
public:
    struct World {
        Scheduler &scheduler;
        SimPlatform &platform;
        const Plan &plan;
        Oracle &oracle;
        PriceOracle &prices;
        ErasureOracle &erasures;
        Counts &counts;
        Trace &trace;
        SimPayments *payments; ///< null where nobody takes any
    };

    SimRegister(const World &world, int number, Dice dice);
    /// Another machine with a copy of the store of `original` as it is now.
    SimRegister(const SimRegister &original, int number, Dice dice);
    ~SimRegister();

    /// Starts the program; a shift is opened when there is none.
    void start();
    /// One thing that a person does, drawn.
    void act();
    /// The price and the name of the article that all tills edit, and where people are changed a right of one of them.
    void editTheSame();
    /// Decides about one thing in the list of what needs attention, if there is one.
    void decide();
    /// Ends the program in the middle of whatever it does at its next changing call of the disk, or at once.
    void crash(Crash kind, bool inTheMiddle);
    /// What ends with a dead disk: the program. It comes up again by itself, later.
    void restartIfDead();
    /// Its wall clock is set wrong, by minutes, hours or years, or stands still from now on.
    void disturbClock();
    /// The next read of its disk fails.
    void failNextRead();
    /// Somebody starts the program a second time: it is refused, and the first one goes on.
    void startAnother();
    /// More articles at once than one batch takes.
    void importArticles();
    /// What it has not sent is exported and brought in on another till of its shop (sync.md rule 30). Answers whether
    /// the people there were told that it was.
    bool handOverTo(SimRegister &other);
    /// Somebody closes its shift, so that it can go elsewhere, and opens none until it is there or for so long.
    void prepareToLeave(std::int64_t forMs);
    /// The back office says that its device is to go: whoever is there starts it again, which tells it so, and now and
    /// then it ends in the middle of that.
    void hearOfMove(bool isRough);
    /// At its new place somebody opens a shift and sells.
    void sellWhereItIs();
    /// Whoever works here makes a role that may do all, as far as this till knows.
    void makeRoleOfAll();
    /// The colleague whom all tills think of may sign in no more, or again, or is forgotten.
    void settleLeaver();
    [[nodiscard]] LocationId here() const;
    [[nodiscard]] std::optional<RegisterId> registerNow() const;
    /// Somebody who may would have to close its shift before it can leave.
    [[nodiscard]] bool isKept() const { return m_mayNotClose; }
    /// The machine is gone for good.
    void throwAway();
    /// Its device is to go to another place.
    void mayMove() { m_watch.mayMove(); }
    /// Another machine has its store as well from now on.
    void storeWasCopied() { m_watch.storeWasCopied(); }
    /// Its device is revoked on the platform, until it is let in again.
    void shutOut();
    /// What the device itself sold meanwhile is still said to be unsent then.
    void letIn();
    /// Nobody is there and the program does not run, until comeBack().
    void leave();
    void comeBack();
    /// Something else on the machine takes all room, for so long.
    void fillDisk(std::int64_t forMs);
    /// The next sync of the database's log fails.
    void failNextSync();
    /// Somebody copies what is on the disk, and puts the copy back later: the database alone, beside which the journal
    /// is the one of now; or everything, when nothing is unsent, and then looks at the platform before selling on.
    void keepBackup() { m_backup = m_disk.files().image(); }
    /// Answers whether it was everything.
    bool putBackupBack(bool everything);
    /// The program ends, the disk loses or changes a row of what came from the platform, and the program starts again.
    void rot();
    /// A mistake on purpose (simulation.h).
    void loseLastEntryInCrash(bool yes) { m_losesEntries = yes; }
    void mendNetwork() { m_network.mend(); }
    void mendDisk() { m_disk.files().mend(); }
    /// Its steps come at once from now on.
    void hurry() { m_executor.setLongest(0); }
    void partition(std::int64_t untilMs, bool answersOnly) { m_network.partition(untilMs, answersOnly); }
    /// A person who looks at a till that asks for help: signs in again, starts the sync by hand.
    void nudge();

    /// The first thing that does not hold at this moment, or nothing (docs/reliability.md, 'The simulation'). Looks at
    /// what changed.
    [[nodiscard]] QString objectionNow();

    /// It says that a person has to come, or it does not run.
    [[nodiscard]] bool needsSomebody() const;
    [[nodiscard]] bool isGone() const { return m_isGone; }
    /// Nothing is on its way to or from the platform any more, as far as a quick look tells: what a long one finds is
    /// the comparison's to say.
    [[nodiscard]] bool isAtRest() const;
    /// Something is unsent, or has no final answer although nobody is waited for.
    [[nodiscard]] bool hasUnanswered() const;
    /// A person lets go what is asked about, if anything is.
    void agreeToDeletion();

    [[nodiscard]] bool isRunning() const { return m_client != nullptr; }
    [[nodiscard]] const sync::ClientState &state() const { return m_client->state(); }
    [[nodiscard]] sync::Client &client() { return *m_client; }
    [[nodiscard]] const TemplateRegister &origin() const;
    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool hasBackup() const { return m_backup.has_value(); }
    [[nodiscard]] bool wasPutBack() const { return m_wasPutBack; }
    [[nodiscard]] SimDisk &disk() { return m_disk; }
    /// The same files as product code sees them.
    [[nodiscard]] sync::Disk &vault() { return m_vault; }
    /// Ends the program in order and hands over its closed store.
    void stop();

private:
    /// How many of its operations the platform and the till say wait for one that was refused: a person has to come
    /// (sync.md rule 5).
    [[nodiscard]] std::int64_t waitingForSomebody() const;
    [[nodiscard]] QUuid bootId();
    void setClockError(std::int64_t errorMs);
    /// The open shift shows each sale that was paid in it once, at every moment: none is missing and none counts twice
    /// while the platform's state moves below it (sync.md rules 12 and 16).
    [[nodiscard]] QString objectionToView() const;
    /// The auditor's journal verifies up to its end, and holds every sale that somebody was told of (sync.md rule 34).
    [[nodiscard]] QString objectionToJournal();
    /// What came from the platform is what the platform says it is, unless the disk made something else of it (sync.md
    /// rule 14).
    [[nodiscard]] QString objectionToCopy() const;
    /// Nobody agreed to it, so that no more than a few articles of the shop ever go (sync.md rule 28).
    [[nodiscard]] QString objectionToCatalog();
    [[nodiscard]] bool isComparedSinceRot() const;
    [[nodiscard]] bool isHeardOf() const;
    [[nodiscard]] bool isCountersigned() const;
    [[nodiscard]] bool isShutOut() const;
    [[nodiscard]] bool isLeaving() const;
    /// Nobody took money, and nobody knows whether it was saved.
    void doubt(const QUuid &shift, const QUuid &location, const QList<Oracle::Line> &lines);
    void giveCode();
    void typeCode();
    void sell();
    void takeSaleBack();
    /// What lies in the drawer for it, in cents.
    [[nodiscard]] static std::int64_t cashPaidIn(const Sale &sale);
    void recordSale(const sync::SaleDraft &draft, const QList<Oracle::Line> &lines);
    /// Gift cards and store credit: sold, loaded, spent, paid back to, adjusted and blocked.
    void useGiftCards();
    void loadGiftCard();
    void payByGiftCard(const GiftCard &card);
    void payBackToGiftCard(const GiftCard &card);
    void adjustGiftCard(const GiftCard &card);
    /// Promotions and price lists are made and changed, and sold by (sim_promotions.cpp).
    struct KnownRules;
    void usePromotions();
    void makePromotion();
    void changePromotion();
    void changePriceList();
    void sellByRules();
    [[nodiscard]] QList<VariantId> someVariants();
    [[nodiscard]] PromotionAction someAction();
    [[nodiscard]] std::optional<KnownRules> knownRules(const sync::SaleDraft &draft);
    void compareQuote(const Sale &quoted, const KnownRules &known, const QStringList &shown);
    /// Bundles: put together, and sold by any till.
    void useBundles();
    void makeBundle();
    void sellBundle(const Oracle::Bundle &bundle);
    /// Points of customers: earned, taken, moved by what comes back, and adjusted.
    void usePoints();
    void givePoints();
    void sellForPoints(CustomerId customer);
    void takeBackOf(CustomerId customer);
    void adjustPoints(CustomerId customer);
    /// Online payments: asked for, given up, settled, used for a sale and given back.
    void takeOnlinePayments();
    void askForPayment();
    void lookAfter(const PaymentIntent &intent);
    void use(const PaymentIntent &intent);
    void payBackOnline(SaleId sale);
    void recordReturn(const sync::ReturnDraft &draft, const QList<Oracle::Line> &moved);
    void moveStock();
    void createProduct();
    void createCustomer();
    void editProduct(ProductId id);
    void editPrice(const Variant &variant);
    [[nodiscard]] ProductId someProduct();
    /// Watches what needs attention without deciding.
    void look();
    void takeBack();
    void decideFields(const sync::AttentionItem &item);
    void watchUndecidedPrices(const sync::AttentionList &list);
    [[nodiscard]] std::int64_t newPriceMinor();
    void changeShift();
    /// Cash comes into the drawer or leaves it.
    void moveCash();
    /// A sale is left for later, or somebody goes on with one or lets go of it.
    void changeCarts();
    void parkCart();
    void endCart(ParkedCartId cart);
    /// Somebody is added, gets another role, name or PIN, or may sign in no more.
    void changePeople();
    void changeRoles();
    /// One that may be given to somebody, built in or own.
    [[nodiscard]] RoleRef someRole();
    /// Somebody sets how the shop works, for all places or for this one.
    void changeSettings();
    void editPerson(const Person &before, const Person &after);
    void changeTheSamePerson();
    /// All but whoever works here; nothing when the store does not say.
    [[nodiscard]] std::optional<QList<Person>> knownColleagues();
    void haveApproved();
    /// Somebody notes, corrects or forgets a customer or a colleague; `ofTheSame`: the one that all tills think of.
    void changeWhatIsKnown(bool ofTheSame);
    void changeCustomers(bool ofTheSame);
    void noteCustomer();
    void correctCustomer(const Customer &before);
    void forgetCustomer(CustomerId id);
    /// Two of those that this till knows are one, or are not after all.
    void mergeCustomers();
    void changeLeavers(bool ofTheSame);
    void addColleague();
    void forgetPerson(const Person &person);
    [[nodiscard]] ErasureOracle::Words wordsFor(const QUuid &subject);
    void note(const QByteArray &what);
    [[nodiscard]] bool hasSyncedAgain() const;
    void loseLastEntry();
    /// Whether the operation journal beside the store, which is closed, has all that is not on the platform.
    [[nodiscard]] bool hasAllInJournal();
    void watchComparisons();
    [[nodiscard]] bool isOpen() const;

    World m_world;
    int m_number;
    int m_origin;        ///< of the template world
    Dice m_peopleDice;   ///< of its own: it is thrown only where people are changed
    Dice m_settingsDice; ///< the same for what the shop sets
    Dice m_erasureDice;  ///< and for who is forgotten
    Dice m_returnsDice;  ///< and for what comes back
    Dice m_cashDice;     ///< the same for cash that is moved
    Dice m_giftDice;     ///< and for gift cards
    Dice m_cartDice;     ///< and for sales that are left for later
    /// The same for what the platform may refuse.
    Dice m_rightsDice = Dice(m_cartDice).fork().fork();
    /// And for promotions.
    Dice m_promotionDice = Dice(m_cartDice).fork().fork().fork();
    /// And for bundles.
    Dice m_bundleDice = Dice(m_rightsDice).fork();
    /// And for points of customers.
    Dice m_pointsDice = Dice(m_cartDice).fork().fork().fork();
    Dice m_onlineDice = Dice(m_cartDice).fork().fork().fork(); ///< and for online payments
    Dice m_mergeDice = Dice(m_onlineDice).fork();              ///< and for who turned out to be one
    Dice m_dice;
    SimDisk m_disk;
    crema::testing::SeededRandomness m_nonces{1};
    sync::VaultDisk m_vault{m_disk, m_nonces};
    SimClock m_clock;
    SimNetwork m_network;
    TillWatch m_watch;
    SimExecutor m_executor;
    std::unique_ptr<sync::Client> m_client;
    Crash m_crash = Crash::Kill;
    QHash<PaymentIntentId, VariantId> m_askedFor; ///< what the customer is to pay with it
    int m_edits = 0;
    int m_words = 0;                 ///< that were said of somebody who can be erased
    bool m_hasAgreed = false;        ///< somebody looked at it and let rows go
    std::int64_t m_mostArticles = 0; ///< that this store ever had
    std::int64_t m_refusedArticles = 0;
    int m_prices = 0;
    std::optional<std::pair<CardId, sync::CardAnswer>> m_decided; ///< the last one, if no price was in it
    std::optional<DiskImage> m_backup;
    bool m_wasPutBack = false;
    bool m_syncsFirst = false; ///< before anybody sells again
    std::optional<UtcTime> m_syncedBefore;
    QList<ProductId> m_made;
    JournalWatch m_journal;
    QString m_objection;
    std::int64_t m_lookedAt = -1;   ///< changing calls of the disk when the store was looked at last
    std::int64_t m_soldOutside = 0; ///< since it was shut out
    QString m_code;                 ///< that lets it in again
    int m_codes = 0;
    bool m_isComingIn = false;
    std::shared_ptr<std::optional<Result<void>>> m_readmission; ///< the answer to the last try; nothing in it yet
    bool m_isAway = false;
    bool m_isGone = false; ///< and does not come back
    std::int64_t m_leavesUntilMs = 0;
    bool m_mayNotClose = false; ///< nobody here may close the shift that is open, so the till cannot leave
    std::optional<RegisterId> m_leaves; ///< the register that it leaves
    bool m_losesEntries = false;
    bool m_rotted = false;
    bool m_everRotted = false;  ///< in what any backup may hold
    bool m_rotIsUnread = false; ///< by a program: what that knows of comparisons is none of it
    bool m_differed = false;
    std::optional<UtcTime> m_comparedBeforeRot;
    QHash<ShiftId, std::int64_t> m_taken; ///< cash of what was paid, in cents
    QHash<ShiftId, std::int64_t> m_moved; ///< what was moved in its drawer, in cents
    QSet<ShiftId> m_inDoubt;              ///< with a sale of which nobody knows whether it was saved
};

} // namespace crema::simulation
