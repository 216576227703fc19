// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/shop_desk.h"

namespace crema::desktop {

class Gate;

/// A sale made before, as the pictures need it. `codes` are SKUs: "2*LC-005".
struct PastSale {
    QStringList codes;
    QString cashier;
    QString customer;
    QString note;
    PaymentMethod method = PaymentMethod::Cash;
    UtcTime at;
    sync::SyncState state = sync::SyncState::Synced;
};

/// A shop in memory for pictures of the screens and for the self-test: no store, no platform, 20 % tax in the prices.
/// Nothing of it is ever saved.
class ExampleDesk : public ShopDesk
{
    Q_OBJECT

public:
    ExampleDesk();
    /// Nobody waits for a shop that is gone.
    ~ExampleDesk() override;

    /// Adds a product of one variant; `priceMinor` below 0: without a price.
    void addProduct(const QString &name, const QString &sku, const QString &barcode, std::int64_t priceMinor,
                    int category = -1, std::int64_t onHand = 50);
    /// Adds a variant to the product of this name, which is made when it is not there yet.
    void addVariant(const QString &product, const QString &size, const QString &sku, const QString &barcode,
                    std::int64_t priceMinor, int category = -1, std::int64_t onHand = 50);
    /// Makes the variant added last one that is weighed: its price is that of a kilogram.
    void weigh();
    /// Adds a bundle of so many of what has these SKUs already.
    void addBundle(const QString &name, const QString &sku, const QString &barcode, std::int64_t priceMinor,
                   const QList<std::pair<QString, int>> &parts, int category = -1);
    /// Names the option of the variant added last: "250 g".
    void nameOption(const QString &option);
    /// Describes the product added last.
    void describe(const QString &brand, const QString &description);
    /// Puts the product added last out of use.
    void archive();
    /// A shop before its first product.
    void clearProducts() { m_products.clear(); }
    void addCategory(const QString &name);
    void openStore(bool enrolled, bool shiftOpen);
    void addPerson(const QString &name, Role role);
    /// Colleagues of all kinds and a second shop, for the page of people.
    void addExamplePeople();
    /// Those who buy here, for the page of customers.
    void addExampleCustomers();
    /// One of them, made a second time at another till.
    void addExampleDuplicate();
    [[nodiscard]] const QList<Customer> &customersHere() const { return m_customers; }
    /// Why somebody was erased last.
    [[nodiscard]] const std::optional<EraseReason> &lastEraseReason() const { return m_eraseReason; }
    std::optional<Problem> failExport; ///< what the next exportCustomer() answers
    /// Roles of the company's own, one of which a colleague has.
    void addExampleRoles();
    /// Adds an operation that waits or needs attention.
    void addQueueEntry(const sync::QueueEntry &entry);
    /// Adds something that a person has to decide about; a resolution takes it away again.
    void addAttention(const sync::AttentionItem &item);
    void addWaiting(const sync::WaitingItem &item) { m_attention.waiting.append(item); }
    /// What resolve() was asked to do last.
    [[nodiscard]] const std::optional<std::pair<CardId, sync::CardAnswer>> &lastAnswer() const { return m_lastAnswer; }
    std::optional<Problem> failResolve; ///< what the next resolve() answers
    /// Adds a sale that was made before.
    void addSale(const sync::SaleView &sale);
    void addPastSale(const PastSale &past);
    /// While held, the lists of sales are not answered.
    void holdSales(bool held);
    /// What the lists of sales answer instead, until it is taken back.
    void failSales(const std::optional<Problem> &problem) { m_salesProblem = problem; }

    [[nodiscard]] const sync::ClientState &state() const override { return m_state; }
    [[nodiscard]] sync::ClientState &changeState() { return m_state; }
    [[nodiscard]] const QList<sync::SaleView> &soldHere() const { return m_sales; }
    [[nodiscard]] const QList<Person> &peopleHere() const { return m_people; }

    [[nodiscard]] QCoro::Task<Result<void>> enroll(QUrl platform, QString code, QString deviceName) override;
    [[nodiscard]] QCoro::Task<Result<QList<Category>>> categories() override;
    [[nodiscard]] QCoro::Task<Result<QList<sync::ProductView>>> products(sync::ProductFilter filter) override;
    [[nodiscard]] QCoro::Task<Result<QList<sync::ProductView>>> findProducts(QString text, int limit) override;
    [[nodiscard]] QCoro::Task<Result<sync::CodeHit>> findByCode(QString code) override;
    [[nodiscard]] QCoro::Task<Result<Shift>> openShift(Money floatAmount) override;
    [[nodiscard]] QCoro::Task<Result<Sale>> quote(sync::SaleDraft draft) override;
    [[nodiscard]] QCoro::Task<Result<sync::SaleView>> completeSale(sync::SaleDraft draft) override;

    [[nodiscard]] QCoro::Task<Result<Promotion>> promotionOfCoupon(QString typed) override;
    [[nodiscard]] QCoro::Task<Result<QList<CouponStanding>>> couponsOf(sync::SaleDraft draft) override;
    /// A promotion of the shop, with its id and codes in upper case.
    void addPromotion(const Promotion &promotion) { m_promotions.append(promotion); }
    /// Two with coupons: WELCOME takes 2.00 off, BAGS 10 % of twenty pieces or more. And beans that are weighed, with
    /// the code LOOSE.
    void addExampleCoupons();

    [[nodiscard]] QCoro::Task<Result<sync::IssuedGiftCard>> issueGiftCard() override;
    [[nodiscard]] QCoro::Task<Result<sync::GiftCardView>> giftCard(QString code) override;
    [[nodiscard]] QCoro::Task<Result<sync::GiftCardView>> storeCredit(CustomerId customer) override;
    [[nodiscard]] QCoro::Task<Result<sync::PointsView>> points(CustomerId customer) override;
    [[nodiscard]] QCoro::Task<Result<sync::PointsView>> adjustPoints(CustomerId id, std::int64_t points,
                                                                     QString reason) override;
    /// What a customer had before.
    void setPoints(CustomerId customer, std::int64_t points) { m_points.insert(customer, points); }
    /// A card that was sold before, and what is on it.
    void addGiftCard(const GiftCard &card) { m_giftCards.append(card); }
    [[nodiscard]] const QList<GiftCard> &giftCardsHere() const { return m_giftCards; }

    [[nodiscard]] QCoro::Task<Result<PaymentIntent>> askPayment(sync::PaymentAsk ask) override;
    [[nodiscard]] QCoro::Task<Result<PaymentIntent>> paymentIntent(PaymentIntentId id) override;
    [[nodiscard]] QCoro::Task<Result<QList<PaymentIntent>>> paymentIntents(sync::PaymentFilter filter) override;
    [[nodiscard]] QCoro::Task<Result<PaymentIntent>> cancelPayment(PaymentIntentId id) override;
    [[nodiscard]] QCoro::Task<Result<PaymentIntent>> settlePayment(PaymentIntentId id, IntentVerdict verdict,
                                                                   QString reason) override;
    void addPayment(const PaymentIntent &intent);
    /// What the payment provider says of it.
    void answerPayment(PaymentIntentId id, const ProviderAnswer &answer);
    [[nodiscard]] const QList<PaymentIntent> &paymentsHere() const { return m_payments; } ///< oldest first
    std::optional<Problem> failPayment; ///< what the next askPayment() or paymentIntents() answers

    [[nodiscard]] QCoro::Task<Result<std::int64_t>> productCount() override;
    [[nodiscard]] QCoro::Task<Result<sync::ProductView>> product(ProductId id) override;
    [[nodiscard]] QCoro::Task<Result<QList<TaxClass>>> taxClasses() override;
    [[nodiscard]] QCoro::Task<Result<sync::ProductView>> editProduct(Product before, Product after) override;
    [[nodiscard]] QCoro::Task<Result<sync::ProductView>> editVariant(Variant before, Variant after) override;
    [[nodiscard]] QCoro::Task<Result<sync::ProductView>> createProduct(Product product,
                                                                       QList<Variant> variants) override;

    [[nodiscard]] QCoro::Task<Result<QList<Customer>>> findCustomers(QString text, int limit) override;
    [[nodiscard]] QCoro::Task<Result<Customer>> customer(CustomerId id) override;
    [[nodiscard]] QCoro::Task<Result<Customer>> createCustomer(Customer customer) override;
    [[nodiscard]] QCoro::Task<Result<Customer>> editCustomer(Customer before, Customer after) override;
    [[nodiscard]] QCoro::Task<Result<Customer>> eraseCustomer(CustomerId id, EraseReason reason) override;
    [[nodiscard]] QCoro::Task<Result<Customer>> mergeCustomers(CustomerId from, CustomerId into) override;
    [[nodiscard]] QCoro::Task<Result<Customer>> unmergeCustomer(CustomerId id) override;
    [[nodiscard]] QCoro::Task<Result<QList<Customer>>> customersMergedInto(CustomerId id) override;
    [[nodiscard]] QCoro::Task<Result<QList<LikelyDuplicate>>> duplicateCustomers(int limit) override;
    [[nodiscard]] QCoro::Task<Result<QList<PriceList>>> priceLists() override;
    [[nodiscard]] QCoro::Task<Result<QList<Customer>>> customersWithCard(QString card) override;
    [[nodiscard]] QCoro::Task<Result<QByteArray>> exportCustomer(CustomerId id) override;
    [[nodiscard]] QCoro::Task<Result<sync::CustomerHistory>> customerHistory(CustomerId id,
                                                                             sync::HistoryPage page) override;
    [[nodiscard]] QCoro::Task<Result<sync::CustomerStatement>> customerStatement(CustomerId id,
                                                                                 StatementPeriod period) override;

    [[nodiscard]] QCoro::Task<Result<QList<sync::SaleView>>> sales(sync::SaleFilter filter) override;
    [[nodiscard]] QCoro::Task<Result<sync::SaleView>> sale(QString number) override;
    [[nodiscard]] QCoro::Task<Result<void>> mailReceipt(QString number, QString address, QString language) override;
    [[nodiscard]] QCoro::Task<Result<sync::ReturnableSale>> returnable(QString number) override;
    [[nodiscard]] QCoro::Task<Result<Sale>> quoteReturn(sync::ReturnDraft draft) override;
    [[nodiscard]] QCoro::Task<Result<sync::SaleView>> returnSale(sync::ReturnDraft draft) override;
    [[nodiscard]] QCoro::Task<Result<Shift>> closeShift(Money counted, QList<CountedPiece> pieces) override;
    [[nodiscard]] QCoro::Task<Result<CashMovement>> moveCash(sync::CashMovementDraft draft) override;
    [[nodiscard]] QCoro::Task<Result<QList<CashMovement>>> cashMovements(std::optional<ShiftId> shift,
                                                                         int limit) override;
    [[nodiscard]] QCoro::Task<Result<ShiftTotals>> shiftTotals(std::optional<ShiftId> shift) override;
    [[nodiscard]] QCoro::Task<Result<QList<ShiftTotals>>> zReports(int limit) override;
    [[nodiscard]] QCoro::Task<Result<ShiftTotals>> zReport(std::int64_t number) override;
    [[nodiscard]] QCoro::Task<Result<QList<sync::ParkedCartView>>> parkedCarts() override;
    [[nodiscard]] QCoro::Task<Result<sync::ParkedCartView>> parkedCart(ParkedCartId id) override;
    [[nodiscard]] QCoro::Task<Result<ParkedCart>> parkCart(ParkedCart cart, std::optional<QString> openCart) override;
    [[nodiscard]] QCoro::Task<Result<ParkedCart>> takeCart(ParkedCartId id, std::optional<QString> openCart) override;
    [[nodiscard]] QCoro::Task<Result<ParkedCart>> discardCart(ParkedCartId id) override;
    /// One that another till parked, or that waits since then.
    void addParkedCart(const ParkedCart &cart);
    /// How another till of the place is called.
    void nameTill(RegisterId reg, const QString &name) { m_tills.insert(reg, name); }
    /// Somebody at another till goes on with it.
    void takeElsewhere(ParkedCartId id, const QString &till);
    [[nodiscard]] QCoro::Task<Result<void>> beginTraining() override;
    [[nodiscard]] QCoro::Task<Result<void>> endTraining() override;
    [[nodiscard]] QCoro::Task<Result<QString>> openCart() override;
    [[nodiscard]] QCoro::Task<Result<void>> keepOpenCart(QString cart) override;

    [[nodiscard]] QCoro::Task<Result<sync::AttentionList>> attention(int limit) override;
    [[nodiscard]] QCoro::Task<Result<void>> resolve(CardId card, sync::CardAnswer answer) override;
    [[nodiscard]] QCoro::Task<Result<void>> allowDeletion() override;
    [[nodiscard]] QCoro::Task<Result<void>> readmit(QString code) override;
    [[nodiscard]] QCoro::Task<Result<QList<sync::QueueEntry>>> queue(sync::QueueFilter filter) override;
    [[nodiscard]] QCoro::Task<Result<sync::SyncReport>> syncOnce() override;
    [[nodiscard]] std::optional<UtcTime> nextTryAt() const override { return m_nextTryAt; }
    void setNextTryAt(std::optional<UtcTime> at) { m_nextTryAt = at; }
    /// Writes nothing: there is no disk beside this shop.
    [[nodiscard]] QCoro::Task<Result<std::int64_t>> exportQueue(QString path) override;
    [[nodiscard]] QCoro::Task<Result<sync::UnsentSummary>> exportUnsent(QString path, QString passphrase) override;
    [[nodiscard]] QCoro::Task<Result<sync::UnsentSummary>> importUnsent(QString path, QString passphrase) override;
    /// What was exported or imported last: "export /tmp/till.crema with wet paper crane".
    [[nodiscard]] const QString &lastUnsent() const { return m_lastUnsent; }
    std::optional<Problem> failUnsent; ///< what the next of these answers
    /// What auditorsJournal() answers, newest first.
    void setJournal(const QList<sync::AuditorEntryView> &entries) { m_journal = entries; }
    [[nodiscard]] QCoro::Task<Result<QList<sync::AuditorEntryView>>>
    auditorsJournal(sync::JournalFilter filter) override;
    [[nodiscard]] QCoro::Task<Result<std::int64_t>> exportAuditorsJournal(QString path) override;
    [[nodiscard]] QCoro::Task<Result<sync::KnownDevices>> devices() override;
    /// What the platform answers about the devices.
    void setDevices(const Result<sync::KnownDevices> &answer) { m_devices = answer; }
    [[nodiscard]] QCoro::Task<Result<DeviceCode>> makeEnrolCode(LocationId location) override;
    [[nodiscard]] QCoro::Task<Result<ShutOut>> shutDeviceOut(DeviceId device, ShutOutReason reason,
                                                             ThisDevice thisDevice) override;
    [[nodiscard]] QCoro::Task<Result<DeviceCode>> makeReadmissionCode(DeviceId device) override;
    [[nodiscard]] QCoro::Task<Result<void>> renameDevice(DeviceId device, QString name) override;
    [[nodiscard]] QCoro::Task<Result<void>> moveDevice(DeviceId device, LocationId location, QString code) override;
    std::optional<Problem> failDevices; ///< what the next of these four answers
    /// For which place a code was made last.
    [[nodiscard]] const std::optional<LocationId> &lastCodePlace() const { return m_codePlace; }

    [[nodiscard]] QCoro::Task<Result<QList<Person>>> people() override;
    /// The PIN of everybody is 1234.
    [[nodiscard]] QCoro::Task<Result<Person>> switchByPin(PersonId person, QString pin) override;
    [[nodiscard]] QCoro::Task<Result<Person>> switchByBadge(QString scanned) override;
    [[nodiscard]] QCoro::Task<Result<Person>> login(QString email, QString password, QString code) override;
    [[nodiscard]] QCoro::Task<Result<void>> askForPasswordCode(QString email) override;
    [[nodiscard]] QCoro::Task<Result<void>> setPasswordByCode(QString email, QString code,
                                                              QString newPassword) override;
    [[nodiscard]] QCoro::Task<Result<void>> signOut() override;
    [[nodiscard]] QCoro::Task<Result<QList<Person>>> everybody() override;
    [[nodiscard]] QCoro::Task<Result<QList<Location>>> locations() override;
    [[nodiscard]] QCoro::Task<Result<QList<ShopSettings>>> shopSettings() override;
    [[nodiscard]] QCoro::Task<Result<void>> setShopSetting(PlaceId place, QString key, QJsonValue seen,
                                                           QJsonValue value) override;
    /// What somebody set at this place some time ago.
    void addSetting(PlaceId place, const SettingChange &change);
    [[nodiscard]] QCoro::Task<Result<Person>> createPerson(Person person, QString pin) override;
    [[nodiscard]] QCoro::Task<Result<Person>> editPerson(Person before, Person after) override;
    [[nodiscard]] QCoro::Task<Result<Person>> setPin(PersonId person, QString pin) override;
    [[nodiscard]] QCoro::Task<Result<IssuedBadge>> makeBadge(PersonId person) override;
    [[nodiscard]] QCoro::Task<Result<Person>> takeBadge(PersonId person) override;
    [[nodiscard]] QCoro::Task<Result<Person>> erasePerson(PersonId person, EraseReason reason) override;
    [[nodiscard]] QCoro::Task<Result<QList<OwnRole>>> roles() override;
    [[nodiscard]] QCoro::Task<Result<OwnRole>> createRole(OwnRole role) override;
    [[nodiscard]] QCoro::Task<Result<OwnRole>> editRole(OwnRole before, OwnRole after) override;
    [[nodiscard]] QCoro::Task<Result<void>> invite(PersonId person) override;
    [[nodiscard]] QCoro::Task<Result<AuditPage>> auditTrail(AuditFilter filter) override;
    [[nodiscard]] QCoro::Task<Result<QList<PersonSession>>> sessions(std::optional<PersonId> person) override;
    [[nodiscard]] QCoro::Task<Result<void>> endSession(SessionId session) override;
    [[nodiscard]] QCoro::Task<Result<void>> setPassword(QString password, QString newPassword) override;
    [[nodiscard]] QCoro::Task<Result<sync::AuthenticatorOffer>> offerAuthenticator(QString password) override;
    [[nodiscard]] QCoro::Task<Result<QStringList>> confirmAuthenticator(QString code) override;

    /// What auditTrail() answers, newest first; the filter is applied to it.
    void setAudit(const QList<AuditRecord> &records) { m_audit = records; }
    /// Where people are signed in at the platform; without any, nobody is.
    void setSessions(const QList<PersonSession> &sessions) { m_sessions = sessions; }
    [[nodiscard]] const QList<PersonSession> &sessionsThere() const { return m_sessions; }
    /// Who did what to whom, and where Ada is signed in, for the pages about it.
    void addExampleAccount();
    /// Who was invited last.
    [[nodiscard]] const std::optional<PersonId> &lastInvited() const { return m_invited; }
    bool asksAsDevice = false; ///< auditTrail() tells of this place only, as to who did not sign in by password
    std::optional<Problem> failAccount; ///< what the next of auditTrail() and the account's answers

    void offerApprovals() override { m_offersApprovals = true; }
    /// What was begun asks for the PIN of somebody; of those here who are named, in this order.
    void askForApproval(QStringView operationType, const QStringList &approvers);
    /// The PIN of everybody is 1234.
    [[nodiscard]] QCoro::Task<Result<void>> approve(PersonId approver, QString pin) override;
    void declineApproval() override { m_approval = QStringLiteral("declined"); }
    /// How the last one ended: the name of whoever approved it, "declined", or empty while it stands.
    [[nodiscard]] const QString &lastApproval() const { return m_approval; }

protected:
    /// Awaited before each answer.
    [[nodiscard]] virtual QCoro::Task<> turn();

private:
    [[nodiscard]] Person withRights(Person person) const;
    [[nodiscard]] ShopSettings settingsOf(PlaceId place) const;
    void keepSettings(const ShopSettings &settings);
    /// The Z that closes this shift if it is closed now.
    [[nodiscard]] ShiftZ zOf(const Shift &shift) const;
    [[nodiscard]] sync::ParkedCartView cartView(const ParkedCart &cart) const;
    [[nodiscard]] Result<ParkedCart> endCart(ParkedCartId id, CartState state);
    static void addOffCatalog(Sale &sale, const sync::SaleLineDraft &wanted);
    [[nodiscard]] Sale priced(const sync::SaleDraft &draft) const;
    [[nodiscard]] Result<void> pay(Sale &sale, const sync::SaleDraft &draft) const;
    /// What comes back, what is bought in exchange, and what says where money goes.
    struct Exchange {
        Quote bought;
        QList<ReturnedLine> returns;
        RefundBasis basis;
    };
    [[nodiscard]] Result<Exchange> exchangeOf(const sync::ReturnDraft &draft) const;
    [[nodiscard]] Result<QList<ReturnedLine>> withoutReceipt(const sync::ReturnDraft &draft) const;
    [[nodiscard]] CashRounding cashRounding() const;
    [[nodiscard]] std::pair<const sync::ProductView *, const Variant *> soldAs(const VariantId &id) const;
    void showParts(sync::VariantView &view) const;
    [[nodiscard]] Result<void> checkBundle(const Variant &bundle) const;
    void sellBundle(Sale &sale, const sync::SaleLineDraft &wanted, const sync::ProductView &product,
                    const Variant &bundle) const;
    sync::ProductView &newProduct(const QString &name, int category);
    void appendVariant(sync::ProductView &product, const QString &size, const QString &sku, const QString &barcode,
                       std::int64_t priceMinor, std::int64_t onHand);
    [[nodiscard]] sync::ProductView *productOf(ProductId id);
    [[nodiscard]] Result<DeviceStanding *> deviceOf(DeviceId id);
    [[nodiscard]] QUuid nextId();

    sync::ClientState m_state;
    QList<Category> m_categories;
    QList<sync::ProductView> m_products;
    QList<sync::SaleView> m_sales; ///< oldest first
    QList<Customer> m_customers;
    std::optional<EraseReason> m_eraseReason;
    QString m_openCart;
    [[nodiscard]] Result<Sale> withGiftCards(Sale sale, const sync::SaleDraft &draft) const;
    void bookGiftCards(const Sale &sale);
    [[nodiscard]] Result<void> bookPayments(const Sale &sale);
    [[nodiscard]] static sync::GiftCardView viewOf(const GiftCard &card);

    /// The lines as promotions look at them, those that are known here.
    [[nodiscard]] QList<PricedLine> pricedLines(const sync::SaleDraft &draft) const;
    [[nodiscard]] PricingOccasion occasionOf(const sync::SaleDraft &draft) const;
    [[nodiscard]] ProductCategories categoriesOfProducts() const;
    [[nodiscard]] AppliedPromotions promotionsFor(const sync::SaleDraft &draft) const;

    QList<Promotion> m_promotions;
    /// With the points that the draft takes as the last one.
    [[nodiscard]] QList<sync::DiscountDraft> discountsOf(const sync::SaleDraft &draft, Money total) const;
    void markPoints(Sale &sale, const sync::SaleDraft &draft) const;
    void bookPoints(sync::SaleView &view);
    [[nodiscard]] sync::PointsView pointsOf(CustomerId customer) const;
    /// Newest first.
    [[nodiscard]] QList<sync::SaleView> salesTo(const Customer &customer) const;

    QHash<CustomerId, std::int64_t> m_points;
    QList<GiftCard> m_giftCards;
    QList<PaymentIntent> m_payments;
    QList<ParkedCart> m_parkedCarts;    ///< oldest first, also those that ended
    QHash<RegisterId, QString> m_tills; ///< other ones of the place
    QList<CashMovement> m_cash;         ///< oldest first
    QList<Shift> m_closedShifts;        ///< oldest first, each with its Z
    QList<sync::QueueEntry> m_queue;
    sync::AttentionList m_attention;
    QList<sync::AttentionItem> m_resolved; ///< as they were, for when a decision is taken back
    std::optional<std::pair<CardId, sync::CardAnswer>> m_lastAnswer;
    std::optional<UtcTime> m_nextTryAt;
    std::unique_ptr<Gate> m_salesGate;
    std::optional<Problem> m_salesProblem;
    bool m_offersApprovals = false;
    QString m_approval;
    QList<Person> m_people;
    int m_badgeNumber = 0;
    QList<OwnRole> m_roles;
    QList<Location> m_locations;    ///< besides the one where the device is
    QList<ShopSettings> m_settings; ///< of the places that have set something
    QString m_lastUnsent;
    QList<AuditRecord> m_audit;
    QList<PersonSession> m_sessions;
    bool m_hasAuthenticator = false;
    std::optional<PersonId> m_invited;
    QList<sync::AuditorEntryView> m_journal;
    Result<sync::KnownDevices> m_devices = sync::KnownDevices();
    std::optional<LocationId> m_codePlace;
    quint32 m_nextId = 1;
};

} // namespace crema::desktop
