// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/shop_desk.h"

namespace crema::sync {
class Client;
}

namespace crema {

/// The shop's desk over the program's client, which outlives it.
class ClientShopDesk final : public ShopDesk
{
    Q_OBJECT

public:
    explicit ClientShopDesk(sync::Client &client, QObject *parent = nullptr);

    [[nodiscard]] const sync::ClientState &state() const override;
    [[nodiscard]] QCoro::Task<Result<void>> enroll(QUrl platform, QString code, QString deviceName) override;
    [[nodiscard]] QCoro::Task<Result<QList<Category>>> categories() override;
    [[nodiscard]] QCoro::Task<Result<QList<sync::ProductView>>> products(sync::ProductFilter filter) override;
    [[nodiscard]] QCoro::Task<Result<QList<sync::ProductView>>> findProducts(QString text, int limit) override;
    [[nodiscard]] QCoro::Task<Result<sync::CodeHit>> findByCode(QString code) override;
    [[nodiscard]] QCoro::Task<Result<Shift>> openShift(Money floatAmount) override;
    [[nodiscard]] QCoro::Task<Result<Sale>> quote(sync::SaleDraft draft) override;
    [[nodiscard]] QCoro::Task<Result<Promotion>> promotionOfCoupon(QString typed) override;
    [[nodiscard]] QCoro::Task<Result<QList<CouponStanding>>> couponsOf(sync::SaleDraft draft) override;
    [[nodiscard]] QCoro::Task<Result<sync::SaleView>> completeSale(sync::SaleDraft draft) override;

    [[nodiscard]] QCoro::Task<Result<sync::IssuedGiftCard>> issueGiftCard() override;
    [[nodiscard]] QCoro::Task<Result<sync::GiftCardView>> giftCard(QString code) override;
    [[nodiscard]] QCoro::Task<Result<sync::GiftCardView>> storeCredit(CustomerId customer) override;
    [[nodiscard]] QCoro::Task<Result<sync::PointsView>> points(CustomerId customer) override;
    [[nodiscard]] QCoro::Task<Result<sync::PointsView>> adjustPoints(CustomerId id, std::int64_t points,
                                                                     QString reason) override;
    [[nodiscard]] QCoro::Task<Result<PaymentIntent>> askPayment(sync::PaymentAsk ask) override;
    [[nodiscard]] QCoro::Task<Result<PaymentIntent>> paymentIntent(PaymentIntentId id) override;
    [[nodiscard]] QCoro::Task<Result<QList<PaymentIntent>>> paymentIntents(sync::PaymentFilter filter) override;
    [[nodiscard]] QCoro::Task<Result<PaymentIntent>> cancelPayment(PaymentIntentId id) override;
    [[nodiscard]] QCoro::Task<Result<PaymentIntent>> settlePayment(PaymentIntentId id, IntentVerdict verdict,
                                                                   QString reason) override;
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
    [[nodiscard]] QCoro::Task<Result<void>> beginTraining() override;
    [[nodiscard]] QCoro::Task<Result<void>> endTraining() override;
    [[nodiscard]] QCoro::Task<Result<QString>> openCart() override;
    [[nodiscard]] QCoro::Task<Result<void>> keepOpenCart(QString cart) override;

    [[nodiscard]] QCoro::Task<Result<QList<sync::QueueEntry>>> queue(sync::QueueFilter filter) override;
    [[nodiscard]] QCoro::Task<Result<sync::AttentionList>> attention(int limit) override;
    [[nodiscard]] QCoro::Task<Result<void>> resolve(CardId card, sync::CardAnswer answer) override;
    [[nodiscard]] QCoro::Task<Result<void>> allowDeletion() override;
    [[nodiscard]] QCoro::Task<Result<sync::SyncReport>> syncOnce() override;
    [[nodiscard]] std::optional<UtcTime> nextTryAt() const override;
    [[nodiscard]] QCoro::Task<Result<std::int64_t>> exportQueue(QString path) override;
    [[nodiscard]] QCoro::Task<Result<sync::UnsentSummary>> exportUnsent(QString path, QString passphrase) override;
    [[nodiscard]] QCoro::Task<Result<sync::UnsentSummary>> importUnsent(QString path, QString passphrase) override;
    [[nodiscard]] QCoro::Task<Result<QList<sync::AuditorEntryView>>>
    auditorsJournal(sync::JournalFilter filter) override;
    [[nodiscard]] QCoro::Task<Result<std::int64_t>> exportAuditorsJournal(QString path) override;
    [[nodiscard]] QCoro::Task<Result<sync::KnownDevices>> devices() override;
    [[nodiscard]] QCoro::Task<Result<DeviceCode>> makeEnrolCode(LocationId location) override;
    [[nodiscard]] QCoro::Task<Result<ShutOut>> shutDeviceOut(DeviceId device, ShutOutReason reason,
                                                             ThisDevice thisDevice) override;
    [[nodiscard]] QCoro::Task<Result<DeviceCode>> makeReadmissionCode(DeviceId device) override;
    [[nodiscard]] QCoro::Task<Result<void>> renameDevice(DeviceId device, QString name) override;
    [[nodiscard]] QCoro::Task<Result<void>> moveDevice(DeviceId device, LocationId location, QString code) override;
    [[nodiscard]] QCoro::Task<Result<void>> readmit(QString code) override;

    [[nodiscard]] QCoro::Task<Result<QList<Person>>> people() override;
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

    void offerApprovals() override { m_offersApprovals = true; }
    [[nodiscard]] QCoro::Task<Result<void>> approve(PersonId approver, QString pin) override;
    void declineApproval() override;

private:
    /// What a person at this desk does waits for an approval where it needs one.
    template<class Call>
    auto approvable(Call call) -> decltype(call());

    sync::Client &m_client;
    bool m_offersApprovals = false;
};

} // namespace crema
