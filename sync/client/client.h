// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/auditing/audit_record.h"
#include "models/base/clock.h"
#include "models/base/randomness.h"
#include "models/catalog/category.h"
#include "models/catalog/tax_class.h"
#include "models/customers/erasure.h"
#include "models/customers/merge.h"
#include "models/people/badge.h"
#include "models/people/person_session.h"
#include "models/pricing/coupon_standing.h"
#include "models/pricing/price_list.h"
#include "models/selling/cash_movement.h"
#include "models/selling/shift_totals.h"
#include "models/stock/movement.h"
#include "sync/client/approval.h"
#include "sync/client/attention.h"
#include "sync/client/authenticator_offer.h"
#include "sync/client/cash_movement_draft.h"
#include "sync/client/client_state.h"
#include "sync/client/customer_history.h"
#include "sync/client/gift_card_view.h"
#include "sync/client/import_report.h"
#include "sync/client/journal_view.h"
#include "sync/client/known_devices.h"
#include "sync/client/open_request.h"
#include "sync/client/parked_cart_view.h"
#include "sync/client/payment_ask.h"
#include "sync/client/points_view.h"
#include "sync/client/print_job.h"
#include "sync/client/product_view.h"
#include "sync/client/queue_entry.h"
#include "sync/client/receipt_mail.h"
#include "sync/client/return_draft.h"
#include "sync/client/sale_draft.h"
#include "sync/client/sale_view.h"
#include "sync/client/store_check.h"
#include "sync/client/sync_report.h"
#include "sync/client/unsent_export.h"
#include "sync/seams/disk.h"
#include "sync/seams/executor.h"
#include "sync/seams/network.h"

#include <QCoroTask>

#include <QObject>

#include <memory>

namespace crema::sync {

/// The world outside, as the client sees it. Every part outlives the client.
struct ClientParts {
    Clock &clock;
    Randomness &randomness;
    Executor &executor; ///< everything that touches the store runs here
    HttpTransport &network;
    Disk &disk;
};

/// The one door of presenters and command verbs to the local store, the queue and the platform.
///
/// Every method that returns a task may be awaited on the thread that made the client and resumes there; its failures
/// are Problems with a stable code. A write is durable when its task ends. Besides the codes named at each method:
/// `store.disk_full`, `store.write`, `store.damaged`, `store.read_only`, `store.closed`, `auth.signed_out`,
/// `auth.not_allowed`, `device.not_enrolled`.
class Client : public QObject
{
    Q_OBJECT

public:
    explicit Client(const ClientParts &parts, QObject *parent = nullptr);
    /// Stops the background work, waits for the store to be closed.
    ~Client() override;

    /// Errors: `store.in_use`, `store.newer` (as a warning in the state: it opens read-only), `store.network_disk`,
    /// `store.missing` (read-only and there is none), `store.settings` (SQLite did not take the durable settings).
    [[nodiscard]] QCoro::Task<Result<void>> open(OpenRequest request);
    [[nodiscard]] QCoro::Task<Result<void>> close();

    /// The state as of the last `changed`.
    [[nodiscard]] const ClientState &state() const;

    // Device and people -----------------------------------------------------------------------------------------

    /// Errors: `device.wrong_code`, `device.enrolled`, `network.…`.
    [[nodiscard]] QCoro::Task<Result<void>> enroll(QUrl platform, QString code, QString deviceName);
    /// The platform shut this device out, and a manager let it in again with this code (ADR 027): it goes on with what
    /// it has. Errors: `device.not_enrolled`, `device.wrong_code`, `network.…`.
    [[nodiscard]] QCoro::Task<Result<void>> readmit(QString code);
    /// The platform of this device answers at another address now. While something is only here, the one that answers
    /// there has to know this device. Errors: `device.not_enrolled`, `unsent.would_be_left`.
    [[nodiscard]] QCoro::Task<Result<void>> movePlatform(QUrl platform);
    /// `code` is that of an authenticator or a recovery code; empty until one is asked for. Errors:
    /// `auth.wrong_credentials`, `auth.code_needed`, `auth.wrong_code`, `auth.too_many_attempts`, `network.…`.
    [[nodiscard]] QCoro::Task<Result<Person>> login(QString email, QString password, QString code);
    /// A code to set a password with is mailed to this address, if somebody has it: the answer is the same for all.
    /// Errors: `auth.too_many_attempts`, `network.…`.
    [[nodiscard]] QCoro::Task<Result<void>> askForPasswordCode(QString email);
    /// Sets the password of whoever was mailed this code; all their sessions end. Errors: `auth.wrong_code`, those of
    /// the rules (models/security/password_rule.h), and as above.
    [[nodiscard]] QCoro::Task<Result<void>> setPasswordByCode(QString email, QString code, QString newPassword);
    /// Another password for whoever signed in with login(); `password` is the present one. Errors: those of the rules
    /// (models/security/password_rule.h), `auth.wrong_credentials`, `session.ended`, `network.…`.
    [[nodiscard]] QCoro::Task<Result<void>> setPassword(QString password, QString newPassword);
    /// A secret for an authenticator app of whoever signed in with login(). Errors: `totp.enrolled`, and as above.
    [[nodiscard]] QCoro::Task<Result<AuthenticatorOffer>> offerAuthenticator(QString password);
    /// The first code of the app; gives the recovery codes, which nobody reads again. Errors: `auth.wrong_code`, and as
    /// above.
    [[nodiscard]] QCoro::Task<Result<QStringList>> confirmAuthenticator(QString code);
    /// Where whoever signed in with login() is signed in at the platform; with a person, where they are, for who
    /// manages people. Errors: `session.ended`, `sessions.not_allowed`, `network.…`.
    [[nodiscard]] QCoro::Task<Result<QList<PersonSession>>> sessions(std::optional<PersonId> person);
    /// One's own, or one of somebody who may not do more. Errors: `session.unknown`, `person.beyond_rights`, and as
    /// above.
    [[nodiscard]] QCoro::Task<Result<void>> endSession(SessionId session);
    /// Works offline. Errors: `auth.wrong_pin`, `auth.no_pin`, `auth.too_many_attempts` (5 in a row: wait 30 s,
    /// doubling).
    [[nodiscard]] QCoro::Task<Result<Person>> switchByPin(PersonId person, QString pin);
    /// As what was scanned says, whose badge it is; works offline too. Errors: `auth.unknown_badge`,
    /// `auth.too_many_badges` (5 unknown ones in a row at this device: wait 30 s, doubling).
    [[nodiscard]] QCoro::Task<Result<Person>> switchByBadge(QString scanned);
    [[nodiscard]] QCoro::Task<Result<void>> signOut();
    /// Active people of this location, by name.
    [[nodiscard]] QCoro::Task<Result<QList<Person>>> people();
    /// Everybody whom this device knows, also those who may not sign in; by name.
    [[nodiscard]] QCoro::Task<Result<QList<Person>>> everybody();
    /// Those of the company, by name.
    [[nodiscard]] QCoro::Task<Result<QList<Location>>> locations();
    /// Of `person` name, address, role and places count; an empty PIN is none yet. Works offline, as the two below.
    /// Errors: `person.email_taken`, `pin.rules`, and those of models/people/person_rules.h.
    [[nodiscard]] QCoro::Task<Result<Person>> createPerson(Person person, QString pin);
    /// Records the fields in which `after` differs from `before`, the value that was seen: name, address, role, places
    /// and whether they may sign in. Errors: `person.last_admin`, and as above.
    [[nodiscard]] QCoro::Task<Result<Person>> editPerson(Person before, Person after);
    /// An empty PIN takes it away. Errors: `pin.rules`, `person.beyond_rights`.
    [[nodiscard]] QCoro::Task<Result<Person>> setPin(PersonId person, QString pin);
    /// A new badge in place of the one before, whose code only the answer has. Errors: `badge.disabled`,
    /// `person.beyond_rights`.
    [[nodiscard]] QCoro::Task<Result<IssuedBadge>> makeBadge(PersonId person);
    /// Errors: `person.beyond_rights`.
    [[nodiscard]] QCoro::Task<Result<Person>> takeBadge(PersonId person);
    /// Forgets everything that is known of somebody who may not sign in any more, here at once and everywhere when the
    /// platform hears it (ADR 044). It cannot be taken back. Gives what stays. Errors: `person.still_active`,
    /// `person.beyond_rights`.
    [[nodiscard]] QCoro::Task<Result<Person>> erasePerson(PersonId person, EraseReason reason);
    /// The roles that the company made, also the retired ones; by name.
    [[nodiscard]] QCoro::Task<Result<QList<OwnRole>>> roles();
    /// Works offline, as the one below. Errors: `role.name_taken`, and those of models/people/role_rules.h.
    [[nodiscard]] QCoro::Task<Result<OwnRole>> createRole(OwnRole role);
    /// Records the fields in which `after` differs from `before`, the value that was seen: name, rights and whether it
    /// is retired. Errors as above.
    [[nodiscard]] QCoro::Task<Result<OwnRole>> editRole(OwnRole before, OwnRole after);

    /// What makes something cheaper, and other prices than those of the catalog; by name.
    [[nodiscard]] QCoro::Task<Result<QList<Promotion>>> promotions();
    [[nodiscard]] QCoro::Task<Result<QList<PriceList>>> priceLists();
    /// Makes it where the id is null or not here yet, else changes it to be so. Works offline, as the two below.
    /// Errors: those of models/pricing/promotion.h and price_list.h.
    [[nodiscard]] QCoro::Task<Result<Promotion>> keepPromotion(Promotion promotion);
    [[nodiscard]] QCoro::Task<Result<PriceList>> keepPriceList(PriceList list);
    /// Errors: `promotion.unknown`.
    [[nodiscard]] QCoro::Task<Result<Promotion>> disablePromotion(PromotionId id);
    /// The promotion that this code lets hold, if all else is as it asks. Errors: those of sync/store/coupon_reader.h.
    [[nodiscard]] QCoro::Task<Result<Promotion>> promotionOfCoupon(QString typed);
    /// What each coupon of a draft gives for it, or why nothing. Errors: those of quote().
    [[nodiscard]] QCoro::Task<Result<QList<CouponStanding>>> couponsOf(SaleDraft draft);
    /// The platform mails them a code to set a first password with. Errors: `person.no_email`, `person.beyond_rights`,
    /// `auth.not_allowed`, `network.…`.
    [[nodiscard]] QCoro::Task<Result<void>> invite(PersonId person);

    // Approval in place (ADR 033) -------------------------------------------------------------------------------

    /// While the answer lives, what is called here and refused for a right that somebody else of this till has waits
    /// after approvalWanted() for approve() or declineApproval(). One at a time: what is refused meanwhile, or called
    /// by who does not offer it, is refused at once.
    [[nodiscard]] ApprovalOffer offerApproval();
    /// They type their PIN for what is asked, which then goes on; whoever is signed in stays so. Errors: those of
    /// switchByPin(), `approval.not_asked`.
    [[nodiscard]] QCoro::Task<Result<void>> approve(PersonId approver, QString pin);
    /// Nobody approves it: it ends as refused.
    void declineApproval();

    // Catalog ---------------------------------------------------------------------------------------------------

    /// Words in any order, parts of words; exact SKU or barcode hits first, then the useful order. `limit` 1 to 1000.
    [[nodiscard]] QCoro::Task<Result<QList<ProductView>>> findProducts(QString text, int limit);
    [[nodiscard]] QCoro::Task<Result<QList<ProductView>>> products(ProductFilter filter);
    [[nodiscard]] QCoro::Task<Result<std::int64_t>> productCount();
    /// SKU, any barcode form, variant id or product id (then its first variant). Errors: `product.unknown_code`.
    [[nodiscard]] QCoro::Task<Result<CodeHit>> findByCode(QString code);
    /// Errors: `product.unknown`.
    [[nodiscard]] QCoro::Task<Result<ProductView>> product(ProductId id);
    [[nodiscard]] QCoro::Task<Result<QList<Category>>> categories();
    [[nodiscard]] QCoro::Task<Result<QList<TaxClass>>> taxClasses();

    /// The product's id is made here when it is null; so are those of the variants, of which there is at least one.
    [[nodiscard]] QCoro::Task<Result<ProductView>> createProduct(Product product, QList<Variant> variants);
    /// Records the fields in which `after` differs from `before`, the value the person saw.
    [[nodiscard]] QCoro::Task<Result<ProductView>> editProduct(Product before, Product after);
    [[nodiscard]] QCoro::Task<Result<ProductView>> createVariant(Variant variant);
    [[nodiscard]] QCoro::Task<Result<ProductView>> editVariant(Variant before, Variant after);
    /// Takes what can be taken, in short transactions; the rest is set aside with reasons.
    [[nodiscard]] QCoro::Task<Result<ImportReport>> importProducts(QList<ImportRow> rows);

    // Gift cards and store credit -------------------------------------------------------------------------------

    /// A new card with nothing on it, whose code only the answer has; a sale loads it. Works offline, as all of these.
    [[nodiscard]] QCoro::Task<Result<IssuedGiftCard>> issueGiftCard();
    /// By its code, scanned or typed. Errors: `gift_card.code` (a digit is wrong), `gift_card.unknown`.
    [[nodiscard]] QCoro::Task<Result<GiftCardView>> giftCard(QString code);
    /// Errors: `gift_card.unknown`.
    [[nodiscard]] QCoro::Task<Result<GiftCardView>> giftCardById(GiftCardId id);
    /// The store credit of a customer in the currency of this place, which may be nothing yet.
    [[nodiscard]] QCoro::Task<Result<GiftCardView>> storeCredit(CustomerId customer);
    /// Cards and store credit, the newest first.
    [[nodiscard]] QCoro::Task<Result<QList<GiftCardView>>> giftCards(int limit);
    /// State and expiry.
    [[nodiscard]] QCoro::Task<Result<GiftCardView>> editGiftCard(GiftCard before, GiftCard after);
    /// Changes what is on it, of store credit also what is not there yet. Errors: `gift_card.amount`,
    /// `gift_card.reason`.
    [[nodiscard]] QCoro::Task<Result<GiftCardView>> adjustGiftCard(GiftCard card, Money amount, QString reason);

    // Payments through the platform's provider -------------------------------------------------------------------

    /// Stores the wish and has it sent at once; what becomes of it comes with the feed (dataChanged()). A platform
    /// without a provider lets it fail, with the problem `no_provider`, and one that knows no reader beside this
    /// register with `no_reader`. Errors: `payment.offline` (the platform does not answer: nobody could be asked),
    /// `shift.not_open`, `payment.currency`, and those of checkedIntent().
    [[nodiscard]] QCoro::Task<Result<PaymentIntent>> askPayment(PaymentAsk ask);
    /// As this device knows it. For who sells or sees sales, as the one below. Errors: `payment.unknown`.
    [[nodiscard]] QCoro::Task<Result<PaymentIntent>> paymentIntent(PaymentIntentId id);
    /// The newest first; those that hold a shift before all others.
    [[nodiscard]] QCoro::Task<Result<QList<PaymentIntent>>> paymentIntents(PaymentFilter filter);
    /// Gives it up; if the customer was faster it is paid all the same. Works offline. Errors: `payment.unknown`,
    /// `payment.settled`.
    [[nodiscard]] QCoro::Task<Result<PaymentIntent>> cancelPayment(PaymentIntentId id);
    /// Records what a manager found out, or that the customer shall have the money back. Works offline. Errors:
    /// `payment.unknown`, and those of afterVerdict().
    [[nodiscard]] QCoro::Task<Result<PaymentIntent>> settlePayment(PaymentIntentId id, IntentVerdict verdict,
                                                                   QString reason);

    // Points of customers -----------------------------------------------------------------------------------------

    /// What a customer has, with what they are worth here; none for one who has none yet. Works offline.
    [[nodiscard]] QCoro::Task<Result<PointsView>> points(CustomerId customer);
    /// Adds to them or takes some away. Works offline. Errors: `points.amount`, `points.reason`, `points.balance`
    /// (fewer are known here), `customer.unknown`.
    [[nodiscard]] QCoro::Task<Result<PointsView>> adjustPoints(CustomerId customer, std::int64_t points,
                                                               QString reason);

    // What a customer bought ---------------------------------------------------------------------------------------

    /// As this device knows it, for who may see all sales and customers. Works offline. Errors: `customer.unknown`.
    [[nodiscard]] QCoro::Task<Result<CustomerHistory>> customerHistory(CustomerId customer, HistoryPage page);
    /// As above. Errors: `customer.unknown`, `statement.period`.
    [[nodiscard]] QCoro::Task<Result<CustomerStatement>> customerStatement(CustomerId customer, StatementPeriod period);

    // Customers -------------------------------------------------------------------------------------------------

    [[nodiscard]] QCoro::Task<Result<QList<Customer>>> findCustomers(QString text, int limit);
    /// Whoever stays for this one. Errors: `customer.unknown`.
    [[nodiscard]] QCoro::Task<Result<Customer>> customer(CustomerId id);
    [[nodiscard]] QCoro::Task<Result<Customer>> createCustomer(Customer customer);
    /// Errors: `customer.erased`.
    [[nodiscard]] QCoro::Task<Result<Customer>> editCustomer(Customer before, Customer after);
    /// Makes one of two (ADR 067); works offline. Whoever stays gets what only the other had, with points and store
    /// credit. Gives whoever stays. Errors: `customer.unknown`, `customer.erased`, `customer.same`.
    [[nodiscard]] QCoro::Task<Result<Customer>> mergeCustomers(CustomerId from, CustomerId into);
    /// Two after all; what was moved stays. Errors: `customer.unknown`, `customer.not_merged`.
    [[nodiscard]] QCoro::Task<Result<Customer>> unmergeCustomer(CustomerId id);
    /// Who was merged into whoever stays for this one, as they were. Errors: `customer.unknown`.
    [[nodiscard]] QCoro::Task<Result<QList<Customer>>> customersMergedInto(CustomerId id);
    /// Pairs who may be one, the likeliest first.
    [[nodiscard]] QCoro::Task<Result<QList<LikelyDuplicate>>> duplicateCustomers(int limit);
    /// Whose card this is: mostly one.
    [[nodiscard]] QCoro::Task<Result<QList<Customer>>> customersWithCard(QString card);
    /// Forgets everything that is known of the customer, and of all who were merged into them, here at once and
    /// everywhere when the platform hears it (ADR 041). It cannot be taken back. Gives what stays. Errors:
    /// `customer.unknown`.
    [[nodiscard]] QCoro::Task<Result<Customer>> eraseCustomer(CustomerId id, EraseReason reason);
    /// Everything that the platform knows of the customer, as JSON for themselves. Errors: `device.not_enrolled`,
    /// `auth.not_allowed`, `network.…`, those of the answer.
    [[nodiscard]] QCoro::Task<Result<QByteArray>> exportCustomer(CustomerId id);

    // Selling and stock -----------------------------------------------------------------------------------------

    /// Errors: `shift.already_open`.
    [[nodiscard]] QCoro::Task<Result<Shift>> openShift(Money floatAmount);
    /// Counts the drawer and closes: its Z is made, numbered and stored in the same step, and stands in the answer.
    /// `pieces` come to `counted`, or are empty. A larger difference than `cash.difference_limit` asks for a right that
    /// somebody may approve with. Errors: `shift.not_open`, `shift.counted`, `shift.pieces`, `payment.open` (nobody
    /// knows what became of a payment that was asked for in it, or it is paid for nothing; the message says how many).
    [[nodiscard]] QCoro::Task<Result<Shift>> closeShift(Money counted, QList<CountedPiece> pieces = {});
    [[nodiscard]] QCoro::Task<Result<QList<Shift>>> shifts(int limit);
    /// Cash comes into the drawer of the open shift or leaves it, or it is opened for nothing; works offline. Errors:
    /// `shift.not_open`, and those of checkedCashMovement().
    [[nodiscard]] QCoro::Task<Result<CashMovement>> moveCash(CashMovementDraft draft);
    /// Those that this device knows of, newest first; nothing: of all shifts.
    [[nodiscard]] QCoro::Task<Result<QList<CashMovement>>> cashMovements(std::optional<ShiftId> shift, int limit);
    /// The X report of a shift that is open, the Z of one that is closed; nothing: of the open shift of this register.
    /// Errors: `shift.not_open`, `shift.unknown`.
    [[nodiscard]] QCoro::Task<Result<ShiftTotals>> shiftTotals(std::optional<ShiftId> shift);
    /// Those of this register, newest first.
    [[nodiscard]] QCoro::Task<Result<QList<ShiftTotals>>> zReports(int limit);
    /// One of this register by its number. Errors: `shift.unknown_z`.
    [[nodiscard]] QCoro::Task<Result<ShiftTotals>> zReport(std::int64_t number);
    /// What the draft comes to, without recording anything: the number is empty, tenders may be missing.
    [[nodiscard]] QCoro::Task<Result<Sale>> quote(SaleDraft draft);
    /// Rules, receipt number, stock, queue and journal in one durable step. Errors: `shift.not_open`, `sale.unpriced`,
    /// `sale.underpaid`, and those of models/selling.
    [[nodiscard]] QCoro::Task<Result<SaleView>> completeSale(SaleDraft draft);
    /// The sales that wait at this place, the oldest first, parked here or elsewhere.
    [[nodiscard]] QCoro::Task<Result<QList<ParkedCartView>>> parkedCarts();
    /// Also one that ended. Errors: `cart.unknown`.
    [[nodiscard]] QCoro::Task<Result<ParkedCartView>> parkedCart(ParkedCartId id);
    /// Leaves the content of `cart` for later under its name, for every till of the place. Works offline, as the two
    /// below. `openCart`, if given, is kept in the same step as keepOpenCart() would. Errors: `cart.empty`,
    /// `cart.full`, `cart.text`.
    [[nodiscard]] QCoro::Task<Result<ParkedCart>> parkCart(ParkedCart cart, std::optional<QString> openCart);
    /// Whoever is here goes on with it; gives it as it was. Another till that has not heard of it may do so too: what
    /// both sell is kept, and a person is told (ADR 058). Errors: `cart.unknown`, `cart.ended`.
    [[nodiscard]] QCoro::Task<Result<ParkedCart>> takeCart(ParkedCartId id, std::optional<QString> openCart);
    /// Nobody wants it any more; gives it as it was. Errors: as takeCart().
    [[nodiscard]] QCoro::Task<Result<ParkedCart>> discardCart(ParkedCartId id);
    /// Whoever is signed in practises in this program from now on, until it ends or somebody else works here: drafts
    /// that say so are completed and not recorded, and everything else that would be recorded is refused with
    /// `training.not_recorded` (ADR 058). Asks for `till.train`, which may be approved. Errors: `auth.not_allowed`.
    [[nodiscard]] QCoro::Task<Result<void>> beginTraining();
    [[nodiscard]] QCoro::Task<Result<void>> endTraining();
    /// What may still come back of a sale, by receipt number or id, also of one that another register of the location
    /// sold. Works offline, as the two below, and then knows of the returns that came here. Errors: `sale.unknown`.
    [[nodiscard]] QCoro::Task<Result<ReturnableSale>> returnable(QString number);
    /// What a return or an exchange comes to, with what would be paid back, without recording anything: the number is
    /// empty. Tenders may be missing where something is to be paid; then there are no payments. Errors: those of
    /// models/selling/return_rules.h, and of quote().
    [[nodiscard]] QCoro::Task<Result<Sale>> quoteReturn(ReturnDraft draft);
    /// Records it, under a receipt number of the same series, in one durable step as completeSale(). Asks for
    /// `sales.return`, and for an approval where more is paid back than whoever does it may. Errors: as quoteReturn(),
    /// `shift.not_open`, `device.not_enrolled`, `auth.not_allowed`, `return.beyond_limit`.
    [[nodiscard]] QCoro::Task<Result<SaleView>> returnSale(ReturnDraft draft);
    /// The sale that is being rung up, as the till kept it last; empty when there is none. Never sent anywhere.
    [[nodiscard]] QCoro::Task<Result<QString>> openCart();
    /// Keeps it for when this program ends in the middle of a sale. Unlike a record, it changes no state and no list.
    [[nodiscard]] QCoro::Task<Result<void>> keepOpenCart(QString cart);
    [[nodiscard]] QCoro::Task<Result<QList<SaleView>>> sales(SaleFilter filter);
    /// By receipt number or id. Errors: `sale.unknown`.
    [[nodiscard]] QCoro::Task<Result<SaleView>> sale(QString number);
    /// `delta` is not zero. Answers what is on hand afterwards.
    [[nodiscard]] QCoro::Task<Result<Quantity>> adjustStock(VariantId variant, Quantity delta, MovementReason reason,
                                                            QString note);
    /// One entry for each location that this device knows of.
    [[nodiscard]] QCoro::Task<Result<QList<StockLevel>>> stock(VariantId variant);
    /// What this device moved, newest first.
    [[nodiscard]] QCoro::Task<Result<QList<Movement>>> movements(VariantId variant, int limit);

    // Receipts by mail --------------------------------------------------------------------------------------------

    /// Has the platform mail the receipt of a sale (by number or id) as soon as it answers; works offline. Errors:
    /// `mail.address`, with the field; `sale.unknown`, `mail.too_many`, `device.not_enrolled`.
    [[nodiscard]] QCoro::Task<Result<ReceiptMail>> mailReceipt(QString number, QString address, QString language);
    /// Those that the platform has not taken, the oldest first, with why not where it refused.
    [[nodiscard]] QCoro::Task<Result<QList<ReceiptMail>>> receiptMails();
    /// It is not to be mailed any more, if it was not yet.
    [[nodiscard]] QCoro::Task<Result<void>> forgetReceiptMail(QUuid id);

    // Printing at this device -------------------------------------------------------------------------------------

    /// Counts one more print of the sale's receipt; answers how many there are with it.
    [[nodiscard]] QCoro::Task<Result<int>> countPrint(SaleId sale);
    /// Keeps it until it is printed; of more than mostPrintJobs the oldest go. Answers all that wait, the oldest first,
    /// as the four below.
    [[nodiscard]] QCoro::Task<Result<QList<PrintJob>>> addPrintJob(PrintJob job);
    [[nodiscard]] QCoro::Task<Result<QList<PrintJob>>> printJobs();
    [[nodiscard]] QCoro::Task<Result<QList<PrintJob>>> changePrintJob(std::int64_t number, PrintJob::State state,
                                                                      int tries);
    [[nodiscard]] QCoro::Task<Result<QList<PrintJob>>> removePrintJob(std::int64_t number);
    [[nodiscard]] QCoro::Task<Result<QList<PrintJob>>> removePrintJobs();

    // Sync ------------------------------------------------------------------------------------------------------

    /// Sends all and fetches all, once. Being offline is not a failure of the task: see SyncReport::stopped.
    [[nodiscard]] QCoro::Task<Result<SyncReport>> syncOnce();
    /// From now on sends after each record and fetches every 30 s, with back-off while the platform is away.
    void startBackgroundSync();
    void stopBackgroundSync();
    [[nodiscard]] QCoro::Task<Result<QList<QueueEntry>>> queue(QueueFilter filter);
    /// What a person has to decide about, on whatever device of this location it was done, and what waits for it.
    [[nodiscard]] QCoro::Task<Result<AttentionList>> attention(int limit);
    /// Records the decision; it leaves the list at once, and on all devices when it was sent. Works offline. Errors:
    /// `attention.unknown`, `attention.settled`, `attention.cannot_retry`, and those of the rules that a typed value
    /// breaks, with the fields.
    [[nodiscard]] QCoro::Task<Result<void>> resolve(CardId card, CardAnswer answer);
    /// What state().deletion asks about may go. Errors: `deletion.not_asked`.
    [[nodiscard]] QCoro::Task<Result<void>> allowDeletion();
    /// When the background sync tries next; nothing while it tries and while none runs.
    [[nodiscard]] std::optional<UtcTime> nextTryAt() const;
    /// Writes the whole queue as JSON (see queue_export.h) to `path`, in place of what lies there. Answers how many
    /// operations there are in it. Errors: `auth.not_allowed` where it tells costs that who is signed in does not see,
    /// `store.write`, `store.disk_full`.
    [[nodiscard]] QCoro::Task<Result<std::int64_t>> exportQueue(QString path);
    /// Writes what was not sent, encrypted (models/security/sealed_text.h), so that another register can send it
    /// (sync.md rule 30); in place of what lies at `path`. It stays in the queue here, and counts as exported. Errors:
    /// `export.empty`, `passphrase.too_short`, `store.write`, `store.disk_full`.
    [[nodiscard]] QCoro::Task<Result<UnsentSummary>> exportUnsent(QString path, QString passphrase);
    /// Takes such a file into the queue, under the ids that the operations have: this device sends them, and the
    /// platform takes each once, whoever else sends it. All or nothing. Errors: `device.not_enrolled`, `store.read`,
    /// `sealed.…`, `export.malformed`.
    [[nodiscard]] QCoro::Task<Result<UnsentSummary>> importUnsent(QString path, QString passphrase);

    /// How all devices are, asked of the platform now; without it, as it was answered last. For people who manage
    /// devices. Errors: `auth.not_allowed`, `device.not_enrolled`, and those of the way to the platform while nothing
    /// was ever answered.
    [[nodiscard]] QCoro::Task<Result<KnownDevices>> devices();
    /// A one-time code with which a new device becomes one of this location. This and the three below are for who
    /// signed in with login() and manages devices, and done by the platform now. Errors: `location.unknown`,
    /// `session.ended`, `auth.not_allowed`, `devices.not_allowed`, `network.…`.
    [[nodiscard]] QCoro::Task<Result<DeviceCode>> makeEnrolCode(LocationId location);
    /// From now on nothing is taken from the device. Tells what arrived from it. Errors: `device.unknown`,
    /// `device.is_this` unless this one is meant, and as above.
    [[nodiscard]] QCoro::Task<Result<ShutOut>> shutDeviceOut(DeviceId device, ShutOutReason reason,
                                                             ThisDevice thisDevice);
    /// A one-time code for readmit() on a device that was shut out. Errors: `device.unknown`, `device.let_in`, and as
    /// above.
    [[nodiscard]] QCoro::Task<Result<DeviceCode>> makeReadmissionCode(DeviceId device);
    /// Gives it and its register another name. Errors: `device.unknown`, `device.name`, and as above.
    [[nodiscard]] QCoro::Task<Result<void>> renameDevice(DeviceId device, QString name);
    /// Has a device go to this place and sell under register `code` there, the first that is free when empty (ADR 046).
    /// It goes when it is in contact, has sent everything and has no open shift; its own place takes that back. Errors:
    /// `device.shift_open`, `device.register`, `device.register_taken`, `device.revoked`, `location.unknown`, and as
    /// above.
    [[nodiscard]] QCoro::Task<Result<void>> moveDevice(DeviceId device, LocationId location, QString code);

    /// What was done in the company and by whom, asked of the platform now. For people who manage people; who works at
    /// some places only is told of those. Errors: `auth.not_allowed`, `device.not_enrolled`, `network.…`.
    [[nodiscard]] QCoro::Task<Result<AuditPage>> auditTrail(AuditFilter filter);

    // What the shop sets ----------------------------------------------------------------------------------------

    /// Those of the company, then those of its locations by name, empty where nothing is set. Nothing before enrolment.
    [[nodiscard]] QCoro::Task<Result<QList<ShopSettings>>> shopSettings();
    /// Sets one for the company or a location: `seen` is what the person saw there (null: not set), `value` what shall
    /// stand there (null: not set any more). Works offline. Errors: `setting.unknown`, `setting.value`,
    /// `setting.company_only`, `setting.other_place`, `auth.rights_old`.
    [[nodiscard]] QCoro::Task<Result<void>> setShopSetting(PlaceId place, QString key, QJsonValue seen,
                                                           QJsonValue value);

    // House-keeping ---------------------------------------------------------------------------------------------

    /// Reads the whole store: SQLite's own check, queue hashes, receipt numbers, stock sums, search index.
    [[nodiscard]] QCoro::Task<Result<StoreCheck>> checkDatabase();
    /// The auditor's journal of this register (docs/journal.md), as it stands; checkDatabase() says whether it is
    /// right.
    [[nodiscard]] QCoro::Task<Result<QList<AuditorEntryView>>> auditorsJournal(JournalFilter filter);
    /// Writes the whole of it with all that an auditor needs to check it to `path`, in place of what lies there.
    /// Answers how many entries there are in it. Errors: `store.write`, `store.disk_full`.
    [[nodiscard]] QCoro::Task<Result<std::int64_t>> exportAuditorsJournal(QString path);
    /// Reads the file through on `beside`, an executor of its own that outlives the client, while people work (sync.md
    /// rule 27). A damaged one is told in state().warning, set aside and rebuilt as soon as nobody has recorded
    /// anything for a while: between two pieces of work, so that nothing is lost. Ends with the reading. Errors:
    /// `store.damaged`.
    [[nodiscard]] QCoro::Task<Result<void>> checkFile(Executor &beside);
    /// Text settings of this store, as `crema config` keeps them. Keys are snake_case with dots.
    [[nodiscard]] QCoro::Task<Result<QString>> setting(QString key);
    [[nodiscard]] QCoro::Task<Result<void>> setSetting(QString key, QString value);

Q_SIGNALS:
    /// Something in state() is different now.
    void changed();
    /// Catalog, customers, stock or sales are different now; lists read again.
    void dataChanged();
    /// Somebody's PIN is asked for.
    void approvalWanted(const crema::sync::ApprovalRequest &request);
    /// Something that was asked of the store or the platform did not work, whoever asked: for the log.
    void refused(const crema::Problem &problem);

private:
    struct Private;
    std::shared_ptr<Private> d;
};

} // namespace crema::sync
