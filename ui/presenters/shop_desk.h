// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/auditing/audit_record.h"
#include "models/catalog/tax_class.h"
#include "models/customers/erasure.h"
#include "models/customers/merge.h"
#include "models/people/badge.h"
#include "models/people/person_session.h"
#include "models/pricing/price_list.h"
#include "models/selling/shift_totals.h"
#include "sync/client/approval.h"
#include "sync/client/attention.h"
#include "sync/client/authenticator_offer.h"
#include "sync/client/cash_movement_draft.h"
#include "sync/client/customer_history.h"
#include "sync/client/journal_view.h"
#include "sync/client/known_devices.h"
#include "sync/client/parked_cart_view.h"
#include "sync/client/queue_entry.h"
#include "sync/client/return_draft.h"
#include "sync/client/unsent_export.h"
#include "ui/presenters/till/till_desk.h"

namespace crema {

/// What the pages of a shop need of the local store and the platform beyond the till: the rest of sync::Client that
/// screens may call. Failures are those of the method with the same name there. Tasks resume on the caller's thread.
class ShopDesk : public TillDesk
{
    Q_OBJECT

public:
    using TillDesk::TillDesk;

    // Catalog
    [[nodiscard]] virtual QCoro::Task<Result<std::int64_t>> productCount() = 0;
    [[nodiscard]] virtual QCoro::Task<Result<QList<TaxClass>>> taxClasses() = 0;
    /// Records the fields in which `after` differs from `before`, the value the person saw.
    [[nodiscard]] virtual QCoro::Task<Result<sync::ProductView>> editProduct(Product before, Product after) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<sync::ProductView>> editVariant(Variant before, Variant after) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<sync::ProductView>> createProduct(Product product,
                                                                               QList<Variant> variants) = 0;

    // Customers
    /// Empty words find all, by name.
    [[nodiscard]] virtual QCoro::Task<Result<QList<Customer>>> findCustomers(QString text, int limit) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<Customer>> customer(CustomerId id) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<Customer>> createCustomer(Customer customer) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<Customer>> editCustomer(Customer before, Customer after) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<Customer>> eraseCustomer(CustomerId id, EraseReason reason) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<QByteArray>> exportCustomer(CustomerId id) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<Customer>> mergeCustomers(CustomerId from, CustomerId into) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<Customer>> unmergeCustomer(CustomerId id) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<QList<Customer>>> customersMergedInto(CustomerId id) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<QList<LikelyDuplicate>>> duplicateCustomers(int limit) = 0;
    /// By name.
    [[nodiscard]] virtual QCoro::Task<Result<QList<PriceList>>> priceLists() = 0;
    [[nodiscard]] virtual QCoro::Task<Result<sync::PointsView>> adjustPoints(CustomerId id, std::int64_t points,
                                                                             QString reason) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<sync::CustomerHistory>> customerHistory(CustomerId id,
                                                                                     sync::HistoryPage page) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<sync::CustomerStatement>> customerStatement(CustomerId id,
                                                                                         StatementPeriod period) = 0;

    // Sales and shifts
    [[nodiscard]] virtual QCoro::Task<Result<QList<sync::SaleView>>> sales(sync::SaleFilter filter) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<sync::SaleView>> sale(QString number) = 0;
    /// As sync::Client::mailReceipt().
    [[nodiscard]] virtual QCoro::Task<Result<void>> mailReceipt(QString number, QString address, QString language) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<sync::ReturnableSale>> returnable(QString number) = 0;
    /// `pieces` come to `counted`, or are empty.
    [[nodiscard]] virtual QCoro::Task<Result<Shift>> closeShift(Money counted, QList<CountedPiece> pieces) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<CashMovement>> moveCash(sync::CashMovementDraft draft) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<QList<CashMovement>>> cashMovements(std::optional<ShiftId> shift,
                                                                                 int limit) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<ShiftTotals>> shiftTotals(std::optional<ShiftId> shift) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<QList<ShiftTotals>>> zReports(int limit) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<ShiftTotals>> zReport(std::int64_t number) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<QList<sync::ParkedCartView>>> parkedCarts() = 0;
    [[nodiscard]] virtual QCoro::Task<Result<sync::ParkedCartView>> parkedCart(ParkedCartId id) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<ParkedCart>> parkCart(ParkedCart cart,
                                                                   std::optional<QString> openCart) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<ParkedCart>> takeCart(ParkedCartId id,
                                                                   std::optional<QString> openCart) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<ParkedCart>> discardCart(ParkedCartId id) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<void>> beginTraining() = 0;
    [[nodiscard]] virtual QCoro::Task<Result<void>> endTraining() = 0;
    [[nodiscard]] virtual QCoro::Task<Result<QString>> openCart() = 0;
    [[nodiscard]] virtual QCoro::Task<Result<void>> keepOpenCart(QString cart) = 0;

    // Online payments
    [[nodiscard]] virtual QCoro::Task<Result<QList<PaymentIntent>>> paymentIntents(sync::PaymentFilter filter) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<PaymentIntent>> settlePayment(PaymentIntentId id, IntentVerdict verdict,
                                                                           QString reason) = 0;

    // The auditor's journal
    [[nodiscard]] virtual QCoro::Task<Result<QList<sync::AuditorEntryView>>>
    auditorsJournal(sync::JournalFilter filter) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<std::int64_t>> exportAuditorsJournal(QString path) = 0;

    // Sync
    [[nodiscard]] virtual QCoro::Task<Result<QList<sync::QueueEntry>>> queue(sync::QueueFilter filter) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<sync::AttentionList>> attention(int limit) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<void>> resolve(CardId card, sync::CardAnswer answer) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<void>> allowDeletion() = 0;
    [[nodiscard]] virtual std::optional<UtcTime> nextTryAt() const = 0;
    [[nodiscard]] virtual QCoro::Task<Result<std::int64_t>> exportQueue(QString path) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<sync::UnsentSummary>> exportUnsent(QString path, QString passphrase) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<sync::UnsentSummary>> importUnsent(QString path, QString passphrase) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<sync::KnownDevices>> devices() = 0;
    [[nodiscard]] virtual QCoro::Task<Result<DeviceCode>> makeEnrolCode(LocationId location) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<ShutOut>> shutDeviceOut(DeviceId device, ShutOutReason reason,
                                                                     ThisDevice thisDevice) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<DeviceCode>> makeReadmissionCode(DeviceId device) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<void>> renameDevice(DeviceId device, QString name) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<void>> moveDevice(DeviceId device, LocationId location, QString code) = 0;

    // What the shop sets
    [[nodiscard]] virtual QCoro::Task<Result<QList<ShopSettings>>> shopSettings() = 0;
    [[nodiscard]] virtual QCoro::Task<Result<void>> setShopSetting(PlaceId place, QString key, QJsonValue seen,
                                                                   QJsonValue value) = 0;

    // Device
    [[nodiscard]] virtual QCoro::Task<Result<void>> readmit(QString code) = 0;

    // People
    [[nodiscard]] virtual QCoro::Task<Result<QList<Person>>> people() = 0;
    [[nodiscard]] virtual QCoro::Task<Result<Person>> switchByPin(PersonId person, QString pin) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<Person>> switchByBadge(QString scanned) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<Person>> login(QString email, QString password, QString code) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<void>> askForPasswordCode(QString email) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<void>> setPasswordByCode(QString email, QString code,
                                                                      QString newPassword) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<void>> signOut() = 0;
    [[nodiscard]] virtual QCoro::Task<Result<QList<Person>>> everybody() = 0;
    [[nodiscard]] virtual QCoro::Task<Result<QList<Location>>> locations() = 0;
    [[nodiscard]] virtual QCoro::Task<Result<Person>> createPerson(Person person, QString pin) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<Person>> editPerson(Person before, Person after) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<Person>> setPin(PersonId person, QString pin) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<IssuedBadge>> makeBadge(PersonId person) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<Person>> takeBadge(PersonId person) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<Person>> erasePerson(PersonId person, EraseReason reason) = 0;

    [[nodiscard]] virtual QCoro::Task<Result<QList<OwnRole>>> roles() = 0;
    [[nodiscard]] virtual QCoro::Task<Result<OwnRole>> createRole(OwnRole role) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<OwnRole>> editRole(OwnRole before, OwnRole after) = 0;

    [[nodiscard]] virtual QCoro::Task<Result<void>> invite(PersonId person) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<AuditPage>> auditTrail(AuditFilter filter) = 0;

    // The account at the platform of who signed in with login()
    [[nodiscard]] virtual QCoro::Task<Result<QList<PersonSession>>> sessions(std::optional<PersonId> person) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<void>> endSession(SessionId session) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<void>> setPassword(QString password, QString newPassword) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<sync::AuthenticatorOffer>> offerAuthenticator(QString password) = 0;
    [[nodiscard]] virtual QCoro::Task<Result<QStringList>> confirmAuthenticator(QString code) = 0;

    // Approval in place
    /// From now on whoever calls shows what approvalWanted() asks; before that it is refused at once.
    virtual void offerApprovals() = 0;
    [[nodiscard]] virtual QCoro::Task<Result<void>> approve(PersonId approver, QString pin) = 0;
    virtual void declineApproval() = 0;

Q_SIGNALS:
    /// What was begun waits for somebody's PIN.
    void approvalWanted(const crema::sync::ApprovalRequest &request);
};

} // namespace crema
