// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/client_shop_desk.h"

#include "ui/presenters/client_shop_desk_approvable.h"

namespace crema {

ClientShopDesk::ClientShopDesk(sync::Client &client, QObject *parent) : ShopDesk(parent), m_client(client)
{
    connect(&client, &sync::Client::changed, this, &TillDesk::changed);
    connect(&client, &sync::Client::dataChanged, this, &TillDesk::dataChanged);
    connect(&client, &sync::Client::approvalWanted, this, &ShopDesk::approvalWanted);
}

QCoro::Task<Result<void>> ClientShopDesk::approve(PersonId approver, QString pin)
{
    return m_client.approve(approver, std::move(pin));
}

void ClientShopDesk::declineApproval()
{
    m_client.declineApproval();
}

const sync::ClientState &ClientShopDesk::state() const
{
    return m_client.state();
}

QCoro::Task<Result<void>> ClientShopDesk::enroll(QUrl platform, QString code, QString deviceName)
{
    return m_client.enroll(std::move(platform), std::move(code), std::move(deviceName));
}

QCoro::Task<Result<QList<Category>>> ClientShopDesk::categories()
{
    return m_client.categories();
}

QCoro::Task<Result<QList<sync::ProductView>>> ClientShopDesk::products(sync::ProductFilter filter)
{
    return m_client.products(std::move(filter));
}

QCoro::Task<Result<QList<sync::ProductView>>> ClientShopDesk::findProducts(QString text, int limit)
{
    return m_client.findProducts(std::move(text), limit);
}

QCoro::Task<Result<sync::CodeHit>> ClientShopDesk::findByCode(QString code)
{
    return m_client.findByCode(std::move(code));
}

QCoro::Task<Result<Shift>> ClientShopDesk::openShift(Money floatAmount)
{
    return approvable([&] { return m_client.openShift(floatAmount); });
}

QCoro::Task<Result<Promotion>> ClientShopDesk::promotionOfCoupon(QString typed)
{
    return m_client.promotionOfCoupon(std::move(typed));
}

QCoro::Task<Result<QList<CouponStanding>>> ClientShopDesk::couponsOf(sync::SaleDraft draft)
{
    return m_client.couponsOf(std::move(draft));
}

QCoro::Task<Result<Sale>> ClientShopDesk::quote(sync::SaleDraft draft)
{
    return m_client.quote(std::move(draft));
}

QCoro::Task<Result<sync::SaleView>> ClientShopDesk::completeSale(sync::SaleDraft draft)
{
    return approvable([&] { return m_client.completeSale(std::move(draft)); });
}

QCoro::Task<Result<void>> ClientShopDesk::mailReceipt(QString number, QString address, QString language)
{
    const Result<sync::ReceiptMail> kept =
        co_await m_client.mailReceipt(std::move(number), std::move(address), std::move(language));
    if (!kept)
        co_return failure(kept.error());
    co_return {};
}

QCoro::Task<Result<std::int64_t>> ClientShopDesk::productCount()
{
    return m_client.productCount();
}

QCoro::Task<Result<sync::ProductView>> ClientShopDesk::product(ProductId id)
{
    return m_client.product(id);
}

QCoro::Task<Result<QList<TaxClass>>> ClientShopDesk::taxClasses()
{
    return m_client.taxClasses();
}

QCoro::Task<Result<sync::ProductView>> ClientShopDesk::editProduct(Product before, Product after)
{
    return approvable([&] { return m_client.editProduct(std::move(before), std::move(after)); });
}

QCoro::Task<Result<sync::ProductView>> ClientShopDesk::editVariant(Variant before, Variant after)
{
    return approvable([&] { return m_client.editVariant(std::move(before), std::move(after)); });
}

QCoro::Task<Result<sync::ProductView>> ClientShopDesk::createProduct(Product product, QList<Variant> variants)
{
    return approvable([&] { return m_client.createProduct(std::move(product), std::move(variants)); });
}

QCoro::Task<Result<QList<sync::SaleView>>> ClientShopDesk::sales(sync::SaleFilter filter)
{
    return m_client.sales(std::move(filter));
}

QCoro::Task<Result<sync::SaleView>> ClientShopDesk::sale(QString number)
{
    return m_client.sale(std::move(number));
}

QCoro::Task<Result<sync::ReturnableSale>> ClientShopDesk::returnable(QString number)
{
    return m_client.returnable(std::move(number));
}

QCoro::Task<Result<Sale>> ClientShopDesk::quoteReturn(sync::ReturnDraft draft)
{
    return m_client.quoteReturn(std::move(draft));
}

QCoro::Task<Result<sync::SaleView>> ClientShopDesk::returnSale(sync::ReturnDraft draft)
{
    return approvable([&] { return m_client.returnSale(std::move(draft)); });
}

QCoro::Task<Result<Shift>> ClientShopDesk::closeShift(Money counted, QList<CountedPiece> pieces)
{
    return approvable([&] { return m_client.closeShift(counted, std::move(pieces)); });
}

QCoro::Task<Result<sync::IssuedGiftCard>> ClientShopDesk::issueGiftCard()
{
    return approvable([&] { return m_client.issueGiftCard(); });
}

QCoro::Task<Result<sync::GiftCardView>> ClientShopDesk::giftCard(QString code)
{
    return m_client.giftCard(std::move(code));
}

QCoro::Task<Result<sync::GiftCardView>> ClientShopDesk::storeCredit(CustomerId customer)
{
    return m_client.storeCredit(customer);
}

QCoro::Task<Result<sync::PointsView>> ClientShopDesk::points(CustomerId customer)
{
    return m_client.points(customer);
}

QCoro::Task<Result<sync::PointsView>> ClientShopDesk::adjustPoints(CustomerId id, std::int64_t points, QString reason)
{
    return approvable([&] { return m_client.adjustPoints(id, points, std::move(reason)); });
}

QCoro::Task<Result<CashMovement>> ClientShopDesk::moveCash(sync::CashMovementDraft draft)
{
    return approvable([&] { return m_client.moveCash(std::move(draft)); });
}

QCoro::Task<Result<QList<CashMovement>>> ClientShopDesk::cashMovements(std::optional<ShiftId> shift, int limit)
{
    return m_client.cashMovements(shift, limit);
}

QCoro::Task<Result<ShiftTotals>> ClientShopDesk::shiftTotals(std::optional<ShiftId> shift)
{
    return m_client.shiftTotals(shift);
}

QCoro::Task<Result<QList<ShiftTotals>>> ClientShopDesk::zReports(int limit)
{
    return m_client.zReports(limit);
}

QCoro::Task<Result<ShiftTotals>> ClientShopDesk::zReport(std::int64_t number)
{
    return m_client.zReport(number);
}

QCoro::Task<Result<QList<sync::ParkedCartView>>> ClientShopDesk::parkedCarts()
{
    return m_client.parkedCarts();
}

QCoro::Task<Result<sync::ParkedCartView>> ClientShopDesk::parkedCart(ParkedCartId id)
{
    return m_client.parkedCart(id);
}

QCoro::Task<Result<ParkedCart>> ClientShopDesk::parkCart(ParkedCart cart, std::optional<QString> openCart)
{
    return m_client.parkCart(std::move(cart), std::move(openCart));
}

QCoro::Task<Result<ParkedCart>> ClientShopDesk::takeCart(ParkedCartId id, std::optional<QString> openCart)
{
    return m_client.takeCart(id, std::move(openCart));
}

QCoro::Task<Result<ParkedCart>> ClientShopDesk::discardCart(ParkedCartId id)
{
    return m_client.discardCart(id);
}

QCoro::Task<Result<void>> ClientShopDesk::beginTraining()
{
    return m_client.beginTraining();
}

QCoro::Task<Result<void>> ClientShopDesk::endTraining()
{
    return m_client.endTraining();
}

QCoro::Task<Result<QString>> ClientShopDesk::openCart()
{
    return m_client.openCart();
}

QCoro::Task<Result<void>> ClientShopDesk::keepOpenCart(QString cart)
{
    return m_client.keepOpenCart(std::move(cart));
}

QCoro::Task<Result<QList<sync::QueueEntry>>> ClientShopDesk::queue(sync::QueueFilter filter)
{
    return m_client.queue(std::move(filter));
}

QCoro::Task<Result<sync::AttentionList>> ClientShopDesk::attention(int limit)
{
    return m_client.attention(limit);
}

QCoro::Task<Result<void>> ClientShopDesk::allowDeletion()
{
    return m_client.allowDeletion();
}

QCoro::Task<Result<void>> ClientShopDesk::resolve(CardId card, sync::CardAnswer answer)
{
    return approvable([&] { return m_client.resolve(card, std::move(answer)); });
}

QCoro::Task<Result<sync::SyncReport>> ClientShopDesk::syncOnce()
{
    return m_client.syncOnce();
}

std::optional<UtcTime> ClientShopDesk::nextTryAt() const
{
    return m_client.nextTryAt();
}

QCoro::Task<Result<std::int64_t>> ClientShopDesk::exportQueue(QString path)
{
    return m_client.exportQueue(std::move(path));
}

QCoro::Task<Result<sync::UnsentSummary>> ClientShopDesk::exportUnsent(QString path, QString passphrase)
{
    return m_client.exportUnsent(std::move(path), std::move(passphrase));
}

QCoro::Task<Result<sync::UnsentSummary>> ClientShopDesk::importUnsent(QString path, QString passphrase)
{
    return m_client.importUnsent(std::move(path), std::move(passphrase));
}

QCoro::Task<Result<QList<sync::AuditorEntryView>>> ClientShopDesk::auditorsJournal(sync::JournalFilter filter)
{
    return m_client.auditorsJournal(filter);
}

QCoro::Task<Result<std::int64_t>> ClientShopDesk::exportAuditorsJournal(QString path)
{
    return m_client.exportAuditorsJournal(std::move(path));
}

QCoro::Task<Result<sync::KnownDevices>> ClientShopDesk::devices()
{
    return m_client.devices();
}

QCoro::Task<Result<DeviceCode>> ClientShopDesk::makeEnrolCode(LocationId location)
{
    return m_client.makeEnrolCode(location);
}

QCoro::Task<Result<ShutOut>> ClientShopDesk::shutDeviceOut(DeviceId device, ShutOutReason reason, ThisDevice thisDevice)
{
    return m_client.shutDeviceOut(device, reason, thisDevice);
}

QCoro::Task<Result<DeviceCode>> ClientShopDesk::makeReadmissionCode(DeviceId device)
{
    return m_client.makeReadmissionCode(device);
}

QCoro::Task<Result<void>> ClientShopDesk::moveDevice(DeviceId device, LocationId location, QString code)
{
    return m_client.moveDevice(device, location, std::move(code));
}

QCoro::Task<Result<void>> ClientShopDesk::renameDevice(DeviceId device, QString name)
{
    return m_client.renameDevice(device, std::move(name));
}

QCoro::Task<Result<void>> ClientShopDesk::readmit(QString code)
{
    return m_client.readmit(std::move(code));
}

QCoro::Task<Result<QList<Person>>> ClientShopDesk::people()
{
    return m_client.people();
}

QCoro::Task<Result<Person>> ClientShopDesk::switchByPin(PersonId person, QString pin)
{
    return m_client.switchByPin(person, std::move(pin));
}

QCoro::Task<Result<Person>> ClientShopDesk::switchByBadge(QString scanned)
{
    return m_client.switchByBadge(std::move(scanned));
}

QCoro::Task<Result<Person>> ClientShopDesk::login(QString email, QString password, QString code)
{
    return m_client.login(std::move(email), std::move(password), std::move(code));
}

QCoro::Task<Result<void>> ClientShopDesk::askForPasswordCode(QString email)
{
    return m_client.askForPasswordCode(std::move(email));
}

QCoro::Task<Result<void>> ClientShopDesk::setPasswordByCode(QString email, QString code, QString newPassword)
{
    return m_client.setPasswordByCode(std::move(email), std::move(code), std::move(newPassword));
}

QCoro::Task<Result<void>> ClientShopDesk::signOut()
{
    return m_client.signOut();
}

QCoro::Task<Result<QList<Person>>> ClientShopDesk::everybody()
{
    return m_client.everybody();
}

QCoro::Task<Result<QList<Location>>> ClientShopDesk::locations()
{
    return m_client.locations();
}

QCoro::Task<Result<QList<ShopSettings>>> ClientShopDesk::shopSettings()
{
    return m_client.shopSettings();
}

QCoro::Task<Result<void>> ClientShopDesk::setShopSetting(PlaceId place, QString key, QJsonValue seen, QJsonValue value)
{
    return m_client.setShopSetting(place, std::move(key), std::move(seen), std::move(value));
}

QCoro::Task<Result<Person>> ClientShopDesk::createPerson(Person person, QString pin)
{
    return m_client.createPerson(std::move(person), std::move(pin));
}

QCoro::Task<Result<Person>> ClientShopDesk::editPerson(Person before, Person after)
{
    return m_client.editPerson(std::move(before), std::move(after));
}

QCoro::Task<Result<Person>> ClientShopDesk::setPin(PersonId person, QString pin)
{
    return m_client.setPin(person, std::move(pin));
}

QCoro::Task<Result<IssuedBadge>> ClientShopDesk::makeBadge(PersonId person)
{
    return m_client.makeBadge(person);
}

QCoro::Task<Result<Person>> ClientShopDesk::takeBadge(PersonId person)
{
    return m_client.takeBadge(person);
}

QCoro::Task<Result<Person>> ClientShopDesk::erasePerson(PersonId person, EraseReason reason)
{
    return m_client.erasePerson(person, reason);
}

QCoro::Task<Result<QList<OwnRole>>> ClientShopDesk::roles()
{
    return m_client.roles();
}

QCoro::Task<Result<OwnRole>> ClientShopDesk::createRole(OwnRole role)
{
    return m_client.createRole(std::move(role));
}

QCoro::Task<Result<OwnRole>> ClientShopDesk::editRole(OwnRole before, OwnRole after)
{
    return m_client.editRole(std::move(before), std::move(after));
}

QCoro::Task<Result<void>> ClientShopDesk::invite(PersonId person)
{
    return m_client.invite(person);
}

QCoro::Task<Result<AuditPage>> ClientShopDesk::auditTrail(AuditFilter filter)
{
    return m_client.auditTrail(std::move(filter));
}

QCoro::Task<Result<QList<PersonSession>>> ClientShopDesk::sessions(std::optional<PersonId> person)
{
    return m_client.sessions(person);
}

QCoro::Task<Result<void>> ClientShopDesk::endSession(SessionId session)
{
    return m_client.endSession(session);
}

QCoro::Task<Result<void>> ClientShopDesk::setPassword(QString password, QString newPassword)
{
    return m_client.setPassword(std::move(password), std::move(newPassword));
}

QCoro::Task<Result<sync::AuthenticatorOffer>> ClientShopDesk::offerAuthenticator(QString password)
{
    return m_client.offerAuthenticator(std::move(password));
}

QCoro::Task<Result<QStringList>> ClientShopDesk::confirmAuthenticator(QString code)
{
    return m_client.confirmAuthenticator(std::move(code));
}

} // namespace crema
